import type { Contact } from '../../../lambdas/cases/contact.ts'

/** Usual ones first: one is drawn the more often, the earlier it stands, as in a register. */
const GIVEN =
  `Mohammed Olivia Noah Amelia Jack Isla George Ava Oliver Lily Arthur Freya Muhammad Grace Leo Ivy Harry Sophie
  Zoë Łukasz Siân Chloé Zofia Nguyễn Amir Fatima Aoife Róisín Jürgen Søren Ngọc Ayaan Priya Jo Li Jean-Luc Anne-Marie
  Seán Oluwaseun Chidi Zainab Yusuf Юлия محمد Mary D’Arcy`.split(/\s+/)
const FAMILY =
  `Smith Jones Taylor Khan Williams Brown Davies Patel Evans Wilson Thomas Johnson Roberts O’Connor Ahmed Hussain
  Wright Begum Müller Smith-Jones McDonald Nowak Kowalski Nguyễn Ólafsdóttir Jørgensen Al-Hassan Fernández García-López
  Featherstonehaugh Großmann Adebayo Okonkwo Wu Иванова`.split(/\s+/)
const PARTICLES = ['van der Berg', 'de Souza', 'Mac Donald', 'St John']
const SYLLABLES = 'bar cra den fol gar hol kin lam mer nor pen rud sel ton wil'.split(' ')

/** A family as councils have them: a parent and a child, most often of one name, some with a second parent. */
export function madeUpFamily(random: () => number): Contact {
  const [family, other] = [familyName(random), familyName(random)]
  const parent = random() < 0.7 ? family : other
  return {
    name: `${skewed(random, GIVEN)} ${parent}`,
    relationship: 'parent',
    childName: `${skewed(random, GIVEN)}${random() < 0.3 ? ` ${skewed(random, GIVEN)}` : ''} ${family}`,
    ...(random() < 0.3 && {
      second: { name: `${skewed(random, GIVEN)} ${other}`, by: 'email' as const, email: 'second@example.com' },
    }),
  }
}

/** The same name as somebody might type it: in another order, without accents, in small letters, only the beginnings. */
export function spelledOtherwise(random: () => number, name: string): string {
  const words = name
    .replaceAll(/[’']/g, random() < 0.5 ? "'" : '')
    .replaceAll('-', random() < 0.5 ? ' ' : '-')
    .normalize(random() < 0.5 ? 'NFD' : 'NFC')
    .split(' ')
  const ordered = random() < 0.5 ? words.toReversed() : words
  const some = random() < 0.3 ? ordered.map((word) => word.slice(0, Math.max(4, word.length - 2))) : ordered
  const typed = some.join(random() < 0.3 ? ', ' : ' ')
  return random() < 0.5 ? typed.toLowerCase() : typed.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '')
}

/** Four in ten have one of the usual names; the others have one of some 50,000. */
function familyName(random: () => number): string {
  if (random() < 0.05) return one(random, PARTICLES)
  if (random() < 0.4) return skewed(random, FAMILY)
  const syllables = Array.from({ length: 2 + Math.floor(random() * 3) }, () => one(random, SYLLABLES)).join('')
  return syllables.charAt(0).toUpperCase() + syllables.slice(1)
}

function skewed(random: () => number, values: readonly string[]): string {
  return values[Math.floor(values.length * random() ** 2)] ?? ''
}

function one(random: () => number, values: readonly string[]): string {
  return values[Math.floor(values.length * random())] ?? ''
}
