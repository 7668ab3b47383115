/** The three inputs of a date: dateInputs('sentOn', '2026-02-11'). */
export function dateInputs(name: string, date: string): Record<string, string> {
  const [year = '', month = '', day = ''] = date.split('-')
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}
