/** What a list can tell of a person, with the other names that its column may have, in English and in Indonesian. */
export const COLUMNS = {
  row_id: ['id', 'case id', 'own id', 'id baris', 'id kasus'],
  full_name: ['name', 'nama', 'nama lengkap'],
  birth_date: ['date of birth', 'dob', 'born', 'tanggal lahir', 'tgl lahir'],
  birth_year: ['year of birth', 'tahun lahir'],
  birth_month: ['month of birth', 'bulan lahir'],
  birth_day: ['day of birth', 'hari lahir'],
  sex: ['gender', 'jenis kelamin', 'kelamin', 'jk', 'l/p'],
  passport_number: ['passport', 'passport no', 'paspor', 'nomor paspor', 'no paspor'],
  national_id: ['national id number', 'nik', 'ktp', 'nomor ktp', 'no ktp'],
  mother_name: ['mother', 'mothers name', 'nama ibu', 'ibu kandung'],
  phone: [
    'phone number',
    'mobile',
    'telephone',
    'telepon',
    'nomor telepon',
    'no telp',
    'hp',
    'no hp',
    'nomor hp',
  ],
  email: ['email address', 'mail', 'surel', 'alamat email'],
  contact_method: ['contact', 'contact by', 'cara kontak', 'kontak', 'cara menghubungi'],
  contact_through: ['through', 'contact person', 'melalui', 'perantara'],
  safe_hours: ['safe time', 'jam aman', 'waktu aman'],
  where_now: ['location', 'place', 'where', 'lokasi', 'lokasi sekarang', 'tempat'],
  where_held: ['held at', 'tempat ditahan'],
  home_province: ['province', 'provinsi', 'provinsi asal', 'asal'],
  home_address: ['address', 'alamat', 'alamat rumah'],
  needs: ['urgent needs', 'kebutuhan', 'kebutuhan mendesak'],
  consents: ['consent', 'persetujuan'],
  language: ['lang', 'bahasa'],
  guardian: ['with adult', 'adult', 'wali', 'pendamping', 'id wali', 'id pendamping'],
  adult_name: ['adult name', 'guardian name', 'nama wali', 'nama pendamping'],
  adult_relation: ['relation to adult', 'adult is', 'hubungan wali', 'hubungan pendamping'],
  group: ['family', 'keluarga', 'kelompok', 'rombongan', 'grup'],
} as const;

export type Column = keyof typeof COLUMNS;
export const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];

/** Without these nobody of a list can be registered. */
const NEEDED: readonly Column[] = ['full_name', 'consents'];

/** Letters and digits only, so that case, spaces, dashes and underscores do not matter. */
const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const KNOWN = new Map(
  COLUMN_NAMES.flatMap((column) =>
    [column, ...COLUMNS[column]].map((name) => [folded(name), column] as const),
  ),
);

export interface Header {
  /** By place in a row; undefined where nothing is read. */
  columns: readonly (Column | undefined)[];
  /** Names that are none of ours, as they stand there. */
  ignored: string[];
  missing: Column[];
  repeated: Column[];
}

/** Which column each name of a list means, in any of the words for it, and what is wrong with them as a whole. */
export function readHeader(names: readonly string[]): Header {
  const columns = names.map((name) => KNOWN.get(folded(name)));
  const ignored = names.filter((name, at) => columns[at] === undefined && name.trim() !== '');
  return {
    columns,
    ignored: ignored.map((name) => name.trim().slice(0, 60)),
    missing: NEEDED.filter((column) => !columns.includes(column)),
    repeated: COLUMN_NAMES.filter((column) => columns.filter((one) => one === column).length > 1),
  };
}
