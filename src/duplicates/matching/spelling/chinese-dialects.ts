/**
 * How the sounds of Mandarin (in pinyin) are heard in the south, and written in Hong Kong, Malaysia and Singapore: the
 * beginnings and the ends of syllables of which one may be the other.
 */
export const DIALECT_BEGINNINGS: Record<string, string> = {
  b: 'b p', p: 'p b', m: 'm b', f: 'f h hw p', d: 'd t', t: 't', n: 'n l', l: 'l', g: 'g k gw kw', k: 'k h f', h: 'h f w hw k',
  j: 'g k ch ts j tz c', q: 'k ch h ts t c', x: 'h s sh y ch hs', zh: 'ch j t ts c', ch: 'ch s sh t ts c', sh: 's sh', r: 'y j l ',
  z: 'ts ch j tz', c: 'ts ch s', s: 's sh', y: 'y ng j ', w: 'w m ng v y ', '': ' ng o',
}; // prettier-ignore

export const DIALECT_ENDS: Record<string, string> = {
  a: 'a ah at aat ap aap ak ai', ia: 'a ah ap aap', ua: 'wa ua a uah', o: 'o oh or ok ut uk ak au', uo: 'o oh or ok uk wok ut',
  e: 'o e eh or oh ok ik it ip ak', ie: 'ie e eh it ip ai aai ik iet', ue: 'uet eok oek ut euk iok', ai: 'oi ai aai ak at ui',
  ei: 'ei ui ai ak uk ooi i ee', ui: 'ui ai oi ooi ei uey wai', ao: 'o ou ow au ok iu', iao: 'iu iew io eok', ou: 'au ow ou uk oh',
  iu: 'au iu ow uk ew', an: 'an aan am on um oon in im un', ian: 'in im yn ien iam een an ean', uan: 'un uen oon wan aan', en: 'an am un um in im',
  in: 'an am im um un yan yam', un: 'un an wan uen oon', ang: 'ong eung aang ung iong', iang: 'eung ong iong', uang: 'ong wong',
  eng: 'ing ang ung eng aang ee', ing: 'ing eng ang', ong: 'ung ong oong', iong: 'ung eung', i: 'i ee ai ik ek at ap ei ay uk y it ip ui',
  u: 'u o oo uk ut ou ow ok ook at', v: 'ui u uk ut ue oi ee y uey', er: 'i ee',
}; // prettier-ignore
