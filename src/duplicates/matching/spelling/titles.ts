/** Words before and behind a name that are not of it: they come and go between reports of one person. */
export const TITLES = new Set(
  `mr mrs ms miss madam mdm sir dame dr drs dra prof professor hon rev fr
  bapak bpk ibu sdr sdri saudara saudari tn ny nyonya tuan nona almarhum almarhumah alm almh
  haji hajjah hajji hadji hajah hj kh kiai kyai ustad ustadz ustadzah ust habib gus tengku teuku cut raden rr ra rm
  ir insinyur spd ssos skom sh se st mm msi mpd mkom amd skep sked mt phd mba bsc msc ba
  encik cik puan dato datuk datin
  sheikh shaikh shaykh sheik cheikh syekh syaikh sayyid sayid sayed syed sayyed mullah mulla maulana maulvi mawlawi qari hafiz
  shri smt kumari pandit
  herr frau monsieur madame senor senora don dona
  gen general col colonel maj major capt captain lt president king queen prince princess`.split(/\s+/),
);
