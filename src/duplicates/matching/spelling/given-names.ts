/**
 * Names that are borne in many countries, of which one letter or an ending makes another: Paulo and Paula, Karim and Rahim.
 * A slip hardly ever turns one into another.
 */
export const EUROPEAN_NAMES = new Set(
  `aaron abel adam adrian adriana agnes aidan alan albert alberto alec alejandra alejandro alex alfred alice alicia alina
  alison allen alma alvin amanda amber amelia amy ana anastasia andre andrea andreas andrei andres andrew angel angela angelo
  anita ann anna anne annette anthony anton antonia antonio april ariel arnold arthur ashley astrid audrey august aurora
  barbara barry beatrice beatriz ben benedict benjamin bernard bernardo bert betty bianca bill billy blanca bob bonnie boris brad
  brandon brenda brendan brent brian bridget bruce bruno bryan byron camila camille carl carla carlo carlos carmen carol
  carolina caroline carrie catherine cecilia cesar charles charlotte chloe chris christian christina christine christopher
  claire clara clarence claude claudia claudio clement clive colin connie connor constance corey craig cristian cynthia cyril
  daisy damian damien dan dana daniel daniela danielle danny daria darren darryl dave david dawn dean deborah denis denise
  dennis derek diana diane diego dieter dirk dominic don donald donna doris dorothy doug duncan dustin dylan earl eddie edgar
  edith edmund edna eduardo edward edwin eileen elaine eleanor elena eli elias elisa elizabeth ella ellen elliot elsa emil emilia
  emilio emily emma eric erica erich erik erika erin ernest ernesto ethel eugene eva evan eve evelyn fabian fabio faith
  felicia felipe felix ferdinand fernanda fernando fiona flora florence frances francesca francesco francis francisco frank
  franz fred frederick frida gabriel gabriela gail gary gavin geoffrey george gerald gerard gilbert gina giovanna giovanni
  gisela glen gloria gordon grace graham greg gregory greta guido gustav guy gwen hannah hanna hans harold harriet harris harry hector
  heidi heinz helen helena helga henrik henry herbert herman hilda holly howard hugh hugo ian ida igor ilona ines inga ingrid
  irena irene irina iris irma isaac isabel isabella ivan ivana ivo jack jacob jacqueline jacques jaime jake jakub jamal james
  jamie jan jana jane janet janice janine jason jasmine javier jean jeanne jeff jeffrey jennifer jenny jeremy jerome jerry
  jesse jessica jesus jill jim joan joanna joanne joao joe joel johan johanna john johnny jolanta jon jonas jonathan
  jordan jorge jose joseph josephine joshua joy joyce juan juana judith judy julia julian juliana julie julio julius june
  justin karel karen karin karina karl karla kate katherine kathleen kathryn keith kelly ken kenneth kerry kevin kim kirsten klaus
  kristin kurt kyle lars larry laura lauren laurence leah lee lena leo leon leonard leonor leslie lewis liam lidia lilian lily
  linda lisa lloyd lois lola lorenzo lorna louis louisa louise lucas lucia lucian luciano lucy luigi luis luisa luke
  lydia lynn magda malcolm manuel manuela marc marcel marcela marcelo marcia marcin marco marcos marcus margaret maria marian mariana
  marie marija marina mario marion marisa marissa marjorie mark marko marlene marta martha martin martina martine marvin mary
  matilda matthew maud maureen maurice mauro max maxim maya megan melanie melissa mercedes michael michal michel michele michelle miguel
  mika mike mila milan milena milos mira miranda miriam mirjana mitchell moira mona monica morgan moses myra nadia nadine
  nancy naomi natalia natalie nathan neil nelson nicholas nicola nicole niels nigel nikola nina noah noel nora norma norman olaf oleg
  olga oliver olivia oscar otto owen pablo pamela paola paolo pascal patricia patrick paul paula pauline paulo pavel pedro penelope
  per percy peter petra petr philip phyllis pia pierre pilar piotr priscilla rachel rafael ralph ramon ramona randy raul ray
  raymond rebecca regina reginald rene renata renee rex ricardo richard rita robert roberta roberto robin rocco roderick rodney
  rodrigo roger roland rolf roman ron ronald rory rosa rosalie rose rosemary ross roy ruben rudolf russell ruth ryan sabina sabine
  sally sam samantha samuel sandra sara sarah scott sean sebastian sergio shane shannon sharon shaun sheila shirley sidney silvia
  simon simona simone sofia sonia sophie stan stanislav stanley stella stephanie stephen stuart sue susan susana suzanne sven
  sylvia tamara tania tanya tara ted teresa terence terry thelma theodor theresa thomas tim timothy tina todd tom tomas tommy
  tony tracy trevor troy ursula uwe valentin valentina valeria valerie vanessa vera vernon veronica victor victoria vincent
  viola violet virginia vivian wade walter wanda warren wayne wendy werner wilfred wilhelm willem william winston wolfgang xavier
  yolanda yvette yvonne zoe
  aleksandr aleksandra aleksei anatoly andriy arkady artem bogdan darya denys dmitry ekaterina evgeny fyodor galina gennady
  ilya inna kirill konstantin ksenia larisa leonid lev lyubov lyudmila maksim margarita mikhail nadezhda natalya nikita nikolai
  oksana oleksandr olena pyotr ruslan semyon sergei stepan svetlana taras tatiana vadim valery vasily vitaly vladimir
  vladislav volodymyr vyacheslav yana yaroslav yegor yelena yulia yuri zinaida`.split(/\s+/),
);

/** These, and those of which a person's other names are often their father's: no family name is missing where there are two. */
export const GIVEN_NAMES = new Set([
  ...EUROPEAN_NAMES,
  ...`abbas abdullah adel adnan ahmad aisha akram ali amal amin amina amir amira ammar anas anwar asad ashraf asma ayman aziz bakr
  basem basma bashar bassam bilal burhan dalia dina ehsan fadel fadi fahd faisal farah fares farid farida faris farouk fatima
  fawaz fayez ghada ghassan habib hadi hafez haidar hakim hala halim halima hamad hamed hamid hamza hana hani hanan haroun hasan
  hashem hassan hatem hisham hosni huda hussein husam hussam ibrahim idris imad iman imran isa ismail issam jaber jafar jalal jamal jamil
  jamila jawad kamal kamil karim khadija khaled khalid khalil kareem laila latif latifa leila lina lubna lutfi maher mahdi mahmoud
  majed majid malak malik mansour mariam marwa marwan masoud maryam mazen mehdi mohsen mona mounir muhammad muhsin mukhtar munir musa
  mustafa nabil nabila nada nadim nader naim najib najwa nasir nasser nawal nawaz nazir nizar noura omar qasim rabia rachid rafiq
  rahim rahma rahman rami rana rania rashid raouf reem rida riyad riad sabah sabri saad sadiq saeed safa safia said salah saleh salem
  salim salima salma salman sami samir samira samia sana selim selma shadi shahid sharif sherif suhail suleiman sultan tahir talal
  talib tamer tarek tawfiq umar usama usman wael wafa wahid walid yahya yasin yasir yasmin younes yousef yunus yusuf zahir zahra zaid
  zainab zakaria zaki ziad
  aditya ajay ajit akash amit amitabh anand anil anita anjali ankit anuj anupam arjun arun aruna asha ashok ashwin bhavna
  bharat bina chandra chetan deepa deepak devika dilip dinesh divya ganesh gaurav gauri geeta girish gita gopal govind gurpreet
  hari harish harjit harpreet hema hemant indira jagdish jaspreet jaya jayant jyoti kamala kanchan karan kavita kiran kishore kumar
  lakshmi lalita lata leela madhu mahesh mahinda mala manish manisha manjit manoj manpreet meena meera mohan mukesh
  nalini naresh narendra neeraj neha nikhil nilesh nisha nitin padma pankaj poonam prabha pradeep prakash pramod pranab prasad
  prashant pratap praveen preeti prem priya purnima pushpa rahul raj raja rajan rajeev rajendra rajesh rajiv rakesh ram rama ramesh rani
  ranjit rashmi ravi reena rekha renu ritu rohan rohit sachin sandeep sangeeta sanjay sanjiv sarita satish savita seema shanti sharad
  sharma shashi shiv shyam simran sita smita sneha sonali sonia subash sudha sudhir suman sunil sunita suresh sushil sushma swati
  tara uday uma usha varun vandana vijay vikas vikram vimal vinay vinod vishal vivek
  akiko akira asami ayaka ayumi chie daisuke eiji emi emiko eri fumiko fumio goro hajime hana hanako haruka haruki haruko hideki hideo
  hiroki hiroko hiromi hiroshi hitomi ichiro jiro jun junko kaori katsumi kazuko kazuo keiji keiko ken kenichi kenji kenta kiyoshi koichi koji
  kumiko kyoko makoto mai mami manabu mari mariko masako masao masashi mayumi megumi michiko midori miki mikiko minako minoru misaki
  miyuki momoko naoki naoko naomi nobuo nobuko noriko rei reiko rie ryo ryota ryoko saburo sachiko saki sakura satoko satoru satoshi
  sayaka seiji shigeru shiro shinichi shinji shinzo shintaro sho shoko shunsuke tadashi taichi takahiro takako takashi takeo takeshi taro
  tetsuo tomoko tomomi toru toshio tsutomu yasuko yasuo yoichi yoko yoshiko yoshio yuka yukari yuki yukiko yukio yumi yumiko
  yuji yuka yuko yuriko yusuke yuta
  abebe adama adamu akua alassane alemu amadou aminata amma ayana bekele boubacar cheikh chidi chika chinedu chioma dawit
  desta efua emeka esi fanta fatou funmi getachew girma haile hamidou ife ifeoma ikenna issa kamau kebede kelechi khadim kiprono kofi
  kojo koffi kouame kwabena kwadwo kwaku kwame kwasi lamine maina mamadou mariama mbaye modibo moussa moustapha mulugeta musa mutua
  mwangi ngozi njeri njoroge nkechi nneka nyambura obinna ochieng odhiambo oluwaseun omondi otieno oumar ousmane sekou segun selam
  seydou sidi solomon souleymane tadesse tamirat tariku taye tekle tesfaye thabo thandi tunde uchenna wairimu wambui wangari wanjiku
  wanjiru yaa yaw yohannes zawadi zeinab
  ahmet aylin ayse aziz baris berk burak cem deniz derya ebru elif emine emre erdal erkan ertan esra fatih fatma gul gulay hakan
  halil hatice huseyin ilker kemal kenan mehmet melek meltem merve mesut metin murat nazan nazli nuri okan orhan osman ozan
  recai recep selim sema serdar serkan sevda sevgi sinan tarik tayfun turgut ugur yasar yilmaz yusuf zehra zeynep
  bambang budi cahya cahyo darma dewi dwi eko endah endang hendra hendri hendro indra indri kartika kartini lestari ningsih
  nurhayati nurhidayati putra putri putro rina rini rizki rifki saputra saputri saputro sari sartika setiadi setiawan sri sulistyo susilo
  suryadi suryani suryanto susanti susanto wahyudi wahyuni wati wibowo wulan wulandari yanti yanto`.split(
    /\s+/,
  ),
]);
