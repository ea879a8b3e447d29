/** Common words of Indonesian names, for people who do not exist. */
export const MALE =
  `Agus Budi Joko Slamet Sutrisno Bambang Hendra Rudi Dedi Eko Wahyu Ahmad Muhammad Abdul Ridwan Yusuf Ismail Ibrahim Hasan
Husen Umar Usman Sulaiman Rahmat Hidayat Supriyanto Suryanto Sugiyanto Hariyanto Mulyono Suharto Sukarno Suparman Gunawan Setiawan Kurniawan
Hermawan Iskandar Firman Arif Rizki Fajar Andi Anton Yohanes Stefanus Made Wayan Nyoman Ketut Gede Imam Junaidi Syarifuddin Jamaluddin
Nasruddin Zainuddin Khairul Syaiful Lukman Hakim Fauzi Taufik Irfan Dadang Asep Ujang Cecep Tatang Maman Usep Yanto Tono Parman Karyono
Darsono Wiyono Subagyo Djoko Tjahyo Hartono Santoso Wibowo Prasetyo Nugroho Saputra Pratama Wijaya Kusuma Halim Rahman Karim Salim`.split(
    /\s+/,
  );

export const FEMALE =
  `Siti Sri Dewi Nur Aminah Fatimah Khadijah Aisyah Zainab Maimunah Rohani Halimah Nurhayati Sumarni Sunarti Kartini Wati
Susilawati Ratna Ratnasari Puspita Wulandari Lestari Rahayu Yuliana Yanti Rina Rini Lina Lilis Euis Neneng Iis Cucu Imas Tuti Titin Endang
Suprihatin Sulastri Sumiati Suryani Handayani Indah Permata Sari Ayu Putri Maria Kristina Elisabeth Rosalina Komang Luh Rukmini Rohmah
Musyarofah Nurjanah Hasanah Muslimah Salamah Saodah Romlah Juariah Marwah Safitri Fitriani Anggraini Melati Mawar Kusumawati Setyowati
Widyastuti Astuti Ningsih Hartati Suhartini Mulyani Jumiati Kasmiati`.split(/\s+/);

/** Clan and family names, which some peoples of the archipelago have. */
export const CLANS =
  `Siregar Nasution Harahap Lubis Simanjuntak Sitompul Hutagalung Tarigan Ginting Sembiring Manullang Pasaribu Daulay
Rajagukguk Situmorang Sihombing Lumbantobing Tanjung Chaniago Koto Piliang Sikumbang Latuconsina Pattiasina Tuasela Wenas Mandagi`.split(
    /\s+/,
  );

export const TWINS = [
  ['Hasan', 'Husen'],
  ['Rina', 'Rini'],
  ['Dewi', 'Dewa'],
  ['Andi', 'Anto'],
  ['Sari', 'Suri'],
  ['Rizki', 'Rizka'],
  ['Yanti', 'Yanto'],
  ['Lina', 'Lani'],
] as const;

/** Short forms of calling. */
export const CALLED: Record<string, string> = {
  Suryanto: 'Yanto', Sugiyanto: 'Yanto', Supriyanto: 'Supri', Hariyanto: 'Hari', Gunawan: 'Wawan', Setiawan: 'Iwan',
  Kurniawan: 'Wawan', Susilawati: 'Susi', Kartini: 'Tini', Sumarni: 'Marni', Abdullah: 'Dul', Ibrahim: 'Baim', Yusuf: 'Ucup',
  Aminah: 'Minah', Fatimah: 'Imah', Nurhayati: 'Yati', Wulandari: 'Wulan', Suparman: 'Parman', Khadijah: 'Ijah', Junaidi: 'Jun',
}; // prettier-ignore

/** Towns, and how else they are written. */
export const TOWNS = [
  ['Surabaya', 'Kota Surabaya', 'Sby'],
  ['Bandung', 'Kab. Bandung', 'Kota Bandung', 'Bdg'],
  ['Jakarta Timur', 'Jaktim', 'East Jakarta'],
  ['Jakarta Selatan', 'Jaksel', 'South Jakarta'],
  ['Yogyakarta', 'Jogja', 'Jogjakarta', 'DI Yogyakarta'],
  ['Indramayu', 'Kab. Indramayu'],
  ['Cirebon', 'Kabupaten Cirebon', 'Tjirebon'],
  ['Lombok Timur', 'Lotim', 'Kab Lombok Timur'],
  ['Lombok Tengah', 'Loteng'],
  ['Malang', 'Kab. Malang'],
  ['Blitar'], ['Tulungagung', 'Tulung Agung'], ['Ponorogo'], ['Kediri'], ['Jember', 'Djember'], ['Banyuwangi', 'Banjuwangi'],
  ['Cilacap', 'Tjilatjap'], ['Kendal'], ['Semarang', 'Smg'], ['Medan', 'Kota Medan'], ['Palembang'], ['Makassar', 'Ujung Pandang'],
  ['Kupang'], ['Karawang', 'Krawang'], ['Subang'], ['Sukabumi', 'Kab. Sukabumi'], ['Cianjur', 'Tjiandjur'], ['Brebes'],
]; // prettier-ignore
