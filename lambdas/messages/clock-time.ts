/** A time as families read it: "14:30" becomes "2:30pm", "17:00" becomes "5pm", "12:00" becomes "midday". */
export function formatTime(time: string): string {
  const [hours, minutes] = time.split(':').map(Number)
  if (hours === undefined || minutes === undefined || !(hours < 24) || !(minutes < 60)) {
    throw new Error(`"${time}" is not a time of day. Write it as "14:30".`)
  }
  if (minutes === 0 && hours === 12) return 'midday'
  if (minutes === 0 && hours === 0) return 'midnight'
  const hour = hours % 12 === 0 ? 12 : hours % 12
  const past = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`
  return `${hour}${past}${hours < 12 ? 'am' : 'pm'}`
}
