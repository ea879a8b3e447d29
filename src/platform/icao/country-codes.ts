/** ISO 3166-1: alpha-3 and alpha-2. */
const ISO_COUNTRIES = `
  ABW:AW AFG:AF AGO:AO AIA:AI ALA:AX ALB:AL AND:AD ARE:AE ARG:AR ARM:AM ASM:AS ATA:AQ ATF:TF ATG:AG AUS:AU AUT:AT
  AZE:AZ BDI:BI BEL:BE BEN:BJ BES:BQ BFA:BF BGD:BD BGR:BG BHR:BH BHS:BS BIH:BA BLM:BL BLR:BY BLZ:BZ BMU:BM BOL:BO
  BRA:BR BRB:BB BRN:BN BTN:BT BVT:BV BWA:BW CAF:CF CAN:CA CCK:CC CHE:CH CHL:CL CHN:CN CIV:CI CMR:CM COD:CD COG:CG
  COK:CK COL:CO COM:KM CPV:CV CRI:CR CUB:CU CUW:CW CXR:CX CYM:KY CYP:CY CZE:CZ DEU:DE DJI:DJ DMA:DM DNK:DK DOM:DO
  DZA:DZ ECU:EC EGY:EG ERI:ER ESH:EH ESP:ES EST:EE ETH:ET FIN:FI FJI:FJ FLK:FK FRA:FR FRO:FO FSM:FM GAB:GA GBR:GB
  GEO:GE GGY:GG GHA:GH GIB:GI GIN:GN GLP:GP GMB:GM GNB:GW GNQ:GQ GRC:GR GRD:GD GRL:GL GTM:GT GUF:GF GUM:GU GUY:GY
  HKG:HK HMD:HM HND:HN HRV:HR HTI:HT HUN:HU IDN:ID IMN:IM IND:IN IOT:IO IRL:IE IRN:IR IRQ:IQ ISL:IS ISR:IL ITA:IT
  JAM:JM JEY:JE JOR:JO JPN:JP KAZ:KZ KEN:KE KGZ:KG KHM:KH KIR:KI KNA:KN KOR:KR KWT:KW LAO:LA LBN:LB LBR:LR LBY:LY
  LCA:LC LIE:LI LKA:LK LSO:LS LTU:LT LUX:LU LVA:LV MAC:MO MAF:MF MAR:MA MCO:MC MDA:MD MDG:MG MDV:MV MEX:MX MHL:MH
  MKD:MK MLI:ML MLT:MT MMR:MM MNE:ME MNG:MN MNP:MP MOZ:MZ MRT:MR MSR:MS MTQ:MQ MUS:MU MWI:MW MYS:MY MYT:YT NAM:NA
  NCL:NC NER:NE NFK:NF NGA:NG NIC:NI NIU:NU NLD:NL NOR:NO NPL:NP NRU:NR NZL:NZ OMN:OM PAK:PK PAN:PA PCN:PN PER:PE
  PHL:PH PLW:PW PNG:PG POL:PL PRI:PR PRK:KP PRT:PT PRY:PY PSE:PS PYF:PF QAT:QA REU:RE ROU:RO RUS:RU RWA:RW SAU:SA
  SDN:SD SEN:SN SGP:SG SGS:GS SHN:SH SJM:SJ SLB:SB SLE:SL SLV:SV SMR:SM SOM:SO SPM:PM SRB:RS SSD:SS STP:ST SUR:SR
  SVK:SK SVN:SI SWE:SE SWZ:SZ SXM:SX SYC:SC SYR:SY TCA:TC TCD:TD TGO:TG THA:TH TJK:TJ TKL:TK TKM:TM TLS:TL TON:TO
  TTO:TT TUN:TN TUR:TR TUV:TV TWN:TW TZA:TZ UGA:UG UKR:UA UMI:UM URY:UY USA:US UZB:UZ VAT:VA VCT:VC VEN:VE VGB:VG
  VIR:VI VNM:VN VUT:VU WLF:WF WSM:WS YEM:YE ZAF:ZA ZMB:ZM ZWE:ZW
`;

/** Codes that Doc 9303-3 section 5 adds: British nationality categories, Kosovo, the European Union, organizations. */
const ADDED_CODES = 'GBD GBN GBO GBP GBS RKS EUE UNO UNA UNK XBA XIM XCC XCE XCO XEC XPO XES XMP XOM XDC';

/** Stateless (1954 convention), refugee (1951 convention), other refugee, nationality not specified (Doc 9303-3). */
export const WITHOUT_NATIONALITY = ['XXA', 'XXB', 'XXC', 'XXX'] as const;

const ALPHA_2 = new Map(
  ISO_COUNTRIES.trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);
const CODES: ReadonlySet<string> = new Set([
  ...ALPHA_2.keys(),
  ...ADDED_CODES.split(' '),
  ...WITHOUT_NATIONALITY,
]);

/** Whether it is a code for a state, organization or nationality: three capital letters. */
export const isCountryCode = (code: string): boolean => CODES.has(code);

/** The two letters that certificates and `Intl.DisplayNames` want. @returns undefined where ISO 3166-1 has none */
export const alpha2Of = (alpha3: string): string | undefined => ALPHA_2.get(alpha3);

/** A country's name in a language, or the code itself where it names no country. */
export function countryName(alpha3: string, locale: string): string {
  const alpha2 = alpha2Of(alpha3);
  return (alpha2 && new Intl.DisplayNames(locale, { type: 'region' }).of(alpha2)) ?? alpha3;
}

/** As printed: Germany is `D` with two fillers, every other code its three letters (Doc 9303-3 section 5). */
export const printCountry = (code: string): string => (code === 'DEU' ? 'D' : code);

/** @param printed three characters of the zone, fillers included. */
export const readCountry = (printed: string): string => (printed === 'D<<' ? 'DEU' : printed);
