/** What the public pages need. */
export const publicEnvironment = {
  SECURITY_CONTACT: 'where somebody tells of a weakness: an email address, or a page that begins with https://',
} as const
