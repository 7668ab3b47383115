/** Words that stand in nothing that families read. */
export const CONTRACTION = /\b\w+n['’]t\b|\b\w+['’](re|ve|ll|m|d)\b|\b(it|that|there|here|what|who|let|he|she)['’]s\b/i
export const PRESSURE =
  /we (recommend|advise)|you should (choose|try|go to)|(better|quicker|easier) than|better to mediate/i
