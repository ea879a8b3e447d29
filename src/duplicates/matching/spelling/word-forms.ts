/** Ways to write one word of a name; the first is the one that counts. */
const FORMS = [
  `muhammad moh mohd moch mochamad mochammad mohamad mohammad mohamed mohammed mohamet muh muhd muhamad muhammed muhamed
   mhd mohammod mohamud mehmed mehmet mahomet mokhamad mokhammad mokhamed mukhamad mukhammad mukhammed magomed mohmmad
   mhmd mohammadi muchamad muchammad mahammad mamadou`,
  'ahmad akhmad achmad ahmed achmed akhmed ahmet ahamad ahmd amad',
  'siti sitti st sity sitie',
  'nur noor nor nour noer nuur',
  'abdul abd abdel abdoel abdal abdoul abdol',
  'maria mariya mariah',
  'yusuf yusup jusuf joesoef yoesoef yousef youssef yusof yousuf',
  'ibrahim ibrohim ebrahim ibraheem brahim ibrahem',
  'ali aly aliy',
  'hussein husein husain hussain hossein hussien hossain huseyin husayn hsyn',
  'hasan hassan khasan hasson',
  'umar omar oemar umer omer',
  'usman osman othman uthman oesman ousmane usmon',
  'ismail ismael esmail ismoil ismaeel ishmael',
  'sulaiman suleiman soleman soleiman sulayman suleman sulaeman soelaiman suleyman',
  'said saeed sayid saied syaid',
  'aisyah aisyiah aisha aishah ayesha aisah aysha aicha aissa aisjah',
  'fatimah fatima fatmah fathimah fatemeh patimah fatma',
  'khadijah khadija chadijah hadijah kadijah khatijah kodijah hadija chodijah',
  'aminah amina aminatun aminah amenah',
  'rahman rochman rohman rachman rakhman rehman rahmaan',
  'rahim rochim rohim rachim raheem',
  'hidayat hidajat hidayah hidayet',
  'kartika cartika kartica',
  'agus agoes august augustus agustus',
  'sukarno soekarno',
  'suharto soeharto',
  'david daud dawud davud dawood daoud',
  'musa moses moussa mosa musah',
  'isa issa eisa',
  'win winn wynn wyn',
  'aung oung',
  'singh sing sigh',
  'kaur kour cour',
];

/** From any form to the one that counts. */
export const WORD_FORMS = new Map(
  FORMS.flatMap((line) => {
    const words = line.split(/\s+/);
    return words.map((word) => [word, words[0] ?? word] as const);
  }),
);
