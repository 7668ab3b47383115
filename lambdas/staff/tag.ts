/** How something stands, in a word or two and a colour. */
export interface Tag {
  readonly text: string
  readonly colour: 'green' | 'grey' | 'blue' | 'yellow' | 'orange' | 'red'
}
