/**
 * Short names that are borne in Indonesia, many of which a vowel or a letter tells apart: who bears one and who bears the
 * other are rather two people than one who is misspelt. Longer names are told from slips by how many bear them.
 */
export const SHORT_NAMES = new Set(
  `aan abas abdi abi abu acep ade adi adib adit aep afif agil agung agus ahmad aida aini aisah aji ajeng akbar akmal alan
  aldi aldo alex alfi alfin ali alif alim alin alina alisa alma alwi alya amar amat ami amin amina amir amran amri ana anas
  anah andi andik andra andre andri andy ange angga ani aning anis anisa anita anjar annisa ansar anti anto anton anwar apip
  ara ardi ardy arga ari arif arifa arini aris arjun arman armin aryo asep asih asiyah asma asmi asri asti astri astra atik
  atun aulia awal ayi ayu aziz aziza azis azmi azka bagas bagus bahar bahri bani banu bari bayu beni berta bima bimo bina
  bobi boby bondan bowo budi bunga burhan cahya cahyo candra carli carlo catur cecep cica cici cindi cindy cinta citra clara
  cucu cucun dadan dadang dadi dahlan dahlia dani dania danu dara darma darmi darmo darto dasih dasim dede deden dedi deka
  dela deni denny desi desta deti detty devi dewa dewi dewo dhani dhini dian diana diani diah dika dila dimas dina dini dino
  dio dion dita dito diva dodi dodo doni donni dudi dudung duwi dwi dwiki dyah dyan eben edi edo edwin eha eka eki eko ela
  eldi eli elin elis elisa ella elly elmi elok elsa elsi elva elvi ema emi emil emma ena encep endah endang endra eni enik
  enjang entin eri erik erika erin erlan erlin erna erni ernah ervan ervin erwan erwin esih esti eti etik eva evan evi fadil
  fadli fahmi fahri faisal fajar fajri fani fandi fanny farah farid farida faris fatah fathi fatih fatma fauzi fauzan febri
  ferdi feri ferry fian fikri fina fira firda firman fitra fitri fitria fuad gani ganda gani gatot gede genta geri gesti
  gilang gina gita giri gino gugun gun guntur gus gusti habib hadi hadi hafid hafiz hakim hali halim halima hamdan hamid
  hamim hana hani hanif hanna hari haris harno harto haryo haryadi hasan hasbi hasim hasna hatta helda helen helmi hendi
  hendra hendri hendro heni heri herla herma herman hermin hermi heru hesti hilda hilmi husen husin husna husni ian iba ica
  icha ida idah ider idris ifa ifan iin ijah ika ikah iksan ila ilham ilma ilmi ima imah imam imas ina inah inayah indah
  indar indra indri ine inem ineu ingrid intan ipan ipin ira irfan irma irman irna irva irvan irwan irwin isa isah isma ismi
  isna isni isti ita itah itoh iva ivan iwan izza jaja jajang jaka jamal jamil jamila jana janah jati jaya jefri jeki jeni
  jenny jihan joel johan joko jono joni juju juki juli julia jumadi jumi jumin juna junai juni juned kadek kaka kamal kamil
  kana karim karin karina karmi karno karsa karsih karso karta karti karto karya kasan kasih kasim kasmi kasno kastam kasum
  keke kemal keni kevin khair kiki kirana komang kosim kris krisna kukuh kurnia kusno laila lala lalan lalu lani lasmi lasmo
  latif latifa leha lela leli lena leni leo lestari leti lia lili lilik lilis lina linda linda lini lintang lisa lita liza
  lola loni luki luluk lukman lulu luna lusi lusia lutfi luthfi lyla mada made mahfud maida maman mamat maman mami mamik
  manda manto maria marini marina marisa marini mario maris marni marno marsi marta marti marto maryam masna mawar maya
  maysa meda mega meilani meina melan melati meli mely mera meri mia mila mimi mimin mina minah mini miran mira mirna misna
  mita mona moni muh mukti mukhlis muli mulia mulya muna munah munir mursi murni murti muslim mustafa nabil nabila nada nadi
  nadia nadya naila najib najwa nana nanang nanda nandi nandang nani nanik napis nara nardi narsih narti narto naryo nasir
  nasri nata nawir neneng neni nenna neti neva nia nida niken niko nila nilam nili nina nindi nini nining nino nita niza
  noer noni nopi nora norma nova novan novi novia nugi nunik nunu nunung nur nuri nurin nurma nurmi nurdin nurul nyoman nuti
  odah odi ojak okta oka oki olga oman omah opik orin oting pandi pandu panji parjo parman parmi parno parti parto parwati
  pasha paula paulus pika piki pipin pipit popi pupu puput pur puji purna purno puspa putra putri putro putu rabi rada
  raden rafi rafli raga rahma rahman rahmi raihan raina rais raja rama ramdan ramla ramli rana randa randi rani ranti rara
  rasmi rasti rasya ratih ratna ratni ravi ray regi reihan reni reno resa resi resti reta reva revi reyhan reza rezi rian
  riana ribka rida ridho ridwan rifa rifai rifki rika riki riko rima rimba rin rina rindi rini rio rino risa riska riski
  risma risna rita rivai rivan riza rizal rizka rizki rizky robi robin rofi rofik roh rohani rohana rohim rohma roki roma
  romi romla romlah romli rona roni ros rosa rosi rosid rosida rossa rowi rubi rubiah rudi rudin rudy ruhi rukma rukmi rumi
  rusdi rusli rusna rusni rusti ruslan ruth ryan saad saadah sabar sabri sabrina sadam safa safi safira safitri sahid
  sahril saida saidi saiful sakti salam salim salima salma salman salmi salsa sam sami samin samina samsi samsu sandi sandra
  sani santa santi santo sapta sarah sardi sari sarif sarina sarini sarip sarju sarma sarmi sarno sarti sarto satria satya
  sekar selma selvi selvia septi sesil setia setya shinta sigit sila silvi silvia simin sinar sindi sinta siska sita siti
  sity siwi sofia sofi sofyan sohib soleh solihin soni sophia sri stella suci sudar sudi sugeng suhada suhadi suhardi suharni
  sukma sukmi suli sulis suma sumar sumi sumini sumino sumirah sunar sundari sundi suni sunu supar supra supri surya suryo
  suri surti susan susana susi susilo suti sutar sutini sutino syafi syahid syahri syaiful syarif syifa syukri tama tami
  tanti tanto tarmi tarmo tarno tarsi tarso tarti taryo tatang tati tatik teddy tedi tedja teguh tejo tena teni tera tere
  tesa tia tiara tias tika tila tina tini tino tirta tisna tita titi titik titin tito tiwi togar toha tohir tomi toni tono
  topan topik tora toro tri tria trias trio trisna trisno tuti tutik tutur udin ujang ujeng ulfa ulin ulil umar umi umiyati
  umar una undang uni untung upik uri usep usman usna uswa uti uut vani vania vano vela vera veri vero via vian vicki vicky
  vida vidi viki vina vino vira viska vita vito vivi wagi wahid wahyu wahyuni wandi wanda wani warni warno warsi warso warti
  warto wasis wati wawan wayan wening weni wenny widi widia widya wigati wiji wiwi wiwid wiwik wiwin wiwit wina winda windi
  windu wini winny wira wiranto wirda wirna wiro wisnu wita wito wiwiek wulan yadi yahya yan yana yandi yani yanni yanti
  yanto yasin yasir yasmin yati yati yatmi yatno yaya yayah yayan yayat yayuk yena yeni yenny yessi yoga yogi yola yolan
  yon yona yongki yoni yono yopi yos yosi yuda yudha yudi yudis yugo yuke yula yuli yulia yulis yuma yun yuna yuni yunia
  yunita yunus yus yusni yusri yusuf yusup yuyun zain zaini zaki zakia zara zaza zela zeni zia zidan zilfa zilfi zul zulfa
  zulfi zulham zulki`.split(/\s+/),
);
