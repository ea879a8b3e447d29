/** Characters of Japanese names with the ways to read them, in Hepburn's spelling without long vowels. */
const CHARACTERS = `
  佐sa 藤fuji,to 鈴suzu,rin 木ki,moku 高taka,ko 橋hashi,kyo 田ta,den 中naka,chu 渡wata,watanabe 辺be,nabe 邊be,nabe 邉be,nabe 伊i
  山yama,san 本moto,hon 小ko,o,sho 林hayashi,rin 加ka 吉yoshi,kichi,ki 松matsu,sho 井i 清kiyo,shi,sei,kiyoshi 水mizu 斎sai 斉sai,hitoshi
  齋sai 齊sai 村mura 上ue,kami 島shima 嶋shima 石ishi 川kawa 河kawa,ko 原hara,wara 崎saki 﨑saki 内uchi 野no 青ao 岡oka 長naga,cho,osa
  谷tani,ya 後go 前mae 近kon,chika 坂saka 阪saka 遠en 安yasu,an,a 倍be 部be 阿a 大o,dai,hiro,masaru 西nishi 東higashi,azuma,to,haru
  南minami 北kita 池ike 森mori 黒kuro 白shiro,shira 赤aka 今ima 古furu,ko 新ara,shin,ni 和kazu,wa,kazuo 泉izumi 酒saka 三mi,san,zo 浦ura
  福fuku 菅suga,kan 千chi,sen 葉ha,yo 宮miya 久hisa,kyu,ku 保ho,yasu 土do,tsuchi 平hira,taira,hei 丸maru 金kane,kin 竹take 武take,takeshi,mu
  杉sugi 桜sakura 櫻sakura 梅ume 柳yanagi 桑kuwa 栗kuri 栄ei,sakae,hide 熊kuma 馬ma,ba 鳥tori 鶴tsuru 亀kame 飯ii 塚tsuka 津tsu 沢sawa
  澤sawa 関seki 戸to 荒ara 荻ogi 萩hagi 星hoshi 菊kiku 郎ro 太ta,futoshi 夫o 雄o,yu,takeshi 男o 介suke 助suke 輔suke 一ichi,kazu,hajime
  二ji,ni 次ji,tsugu 治ji,haru,osamu 司ji,shi,tsukasa 史shi,fumi 志shi 士shi 之yuki,no 幸yuki,sachi,ko 行yuki 雪yuki 正masa,tadashi,sho
  昌masa 雅masa 政masa 真ma,shin,makoto,masa 誠makoto,sei 実mi,minoru 明aki,akira,mei 昭aki,akira,sho 秋aki 彰aki,akira,sho 晃akira,ko 章aki,akira,sho
  亮ryo,akira 良yoshi,ryo 義yoshi 好yoshi 美mi,yoshi 佳yoshi,ka 由yu,yoshi 裕hiro,yu,hiroshi,yutaka 弘hiro,hiroshi 博hiro,hiroshi 浩hiro,hiroshi,ko
  宏hiro,hiroshi 広hiro 寛hiro,hiroshi,kan 洋hiro,yo,hiroshi 隆taka,takashi,ryu 孝taka,takashi,ko 貴taka,ki 崇taka,takashi 敬taka,kei,takashi
  智tomo,satoshi 友tomo,yu 朋tomo 知tomo,chi 健ken,take,takeshi 賢ken,satoshi 謙ken 憲nori,ken 典nori 則nori 紀nori,ki 徳nori,toku 信nobu,shin
  伸nobu,shin 延nobu 俊toshi,shun 敏toshi,satoshi 利toshi,ri 年toshi 純jun 淳jun,atsushi 潤jun 順jun 準jun 恵e,megumi,kei 子ko 江e 枝e,eda
  香ka,kaori 花hana,ka 華hana,ka 奈na 菜na 愛ai,mana 麻asa,ma 理ri,osamu 里ri,sato 莉ri 梨ri 沙sa 紗sa 早haya,sa 聡satoshi 哲tetsu,satoshi
  鉄tetsu 彦hiko 樹ki,itsuki 輝teru,ki 光mitsu,hikari,hikaru,ko 満mitsu 充mitsu 文fumi,bun 修osamu,shu 秀hide,shu 英hide,ei 豊yutaka,toyo 直nao
  尚nao,hisa 康yasu,ko,yasushi 靖yasu,yasushi 泰yasu,tai 晋shin,susumu 慎shin 進susumu,shin 勝katsu,masaru 克katsu 茂shige,shigeru 重shige 成nari,shige
  滋shige,shigeru 繁shige,shigeru 龍ryu,tatsu 竜ryu,tatsu 達tatsu 辰tatsu 翔sho 翼tsubasa 蓮ren 陽yo,haru 春haru 晴haru 悠yu,haru 優yu 勇yu,isamu
  祐yu 佑yu 結yu,yui 衣i,e 依i,yori 葵aoi 凛rin 咲saki,saku 代yo,shiro 世yo,se 節setsu 静shizu,shizuka 幹miki,kan 生o,ki,iku 喜yoshi,ki
  登noboru,to 昇noboru,sho 功isao,ko 薫kaoru 歩ayumu,ayumi 綾aya 彩aya 絵e 仁hito,jin,hitoshi 人hito,to 斗to 都to,miya 悟satoru,go 剛tsuyoshi,go
  強tsuyoshi 毅takeshi,tsuyoshi,ki 猛takeshi 豪go 元moto,gen,hajime 基moto,motoi 啓kei,hiro 圭kei 慶kei,yoshi 景kage,kei 京kyo 恭kyo,yasu 篤atsu,atsushi
  厚atsu 邦kuni 国kuni 郁iku 育iku 百momo 合ai 月tsuki 日hi 向muko,muka 相ai,so 羽ha,hane 根ne 角kado 永naga,ei 富tomi 多ta 矢ya 屋ya 八ya,hachi
  五go 六roku 七nana 十ju 尾o 岩iwa 浅asa 深fuka 若waka 神kami,kan 宇u 須su 奥oku 堀hori 滝taki 瀬se 浜hama 濱hama 湯yu 海umi,kai 波nami,ha
  児ko,ji 倉kura 蔵kura,zo 造zo 郷go 桐kiri 樋hi 口kuchi 門kado,mon 稲ina 米yone 織ori 笠kasa 笹sasa 篠shino 芳yoshi 細hoso 緒o 横yoko 鷹taka
  鹿shika,ka 鬼ki,oni 服hat 町machi 見mi 地chi 手te,te 下shita,shimo 入iri 出de,ide 市ichi 名na 園sono 城shiro,jo,ki 庄sho 曽so 来kuru,ku 梶kaji
  片kata 牧maki 玉tama 瓜uri 甲ko 皆mina 目me 秦hata 越koshi 足ashi 辻tsuji 鎌kama 額nuka 久hisashi 学manabu,gaku 守mamoru 均hitoshi 宗mune,so 寿toshi,hisa,ju
  忠tada,tadashi 恒tsune 朗ro,akira 希ki,nozomi 望nozomi 瞳hitomi 碧midori,aoi 緑midori 舞mai 茜akane 萌moe 遥haruka 陸riku 颯so 空sora 湊minato 樹ki 拓taku,hiro
  卓taku 諭satoshi 徹toru,tetsu 透toru 渉wataru 渉sho 稔minoru 聖sei,kiyoshi 肇hajime 衛mamoru,ei 譲yuzuru,jo 護mamoru 貞sada 定sada 道michi 通michi 美mi 路ji,michi
  家ie,ya,ke 駿shun,hayao 仲naka 岸kishi 畑hata 堂do 芝shiba 脇waki 柴shiba 船funa,fune 坪tsubo 畠hatake 峰mine 岳take 蒼so,ao 奏so,kana 楓kaede 杏an,kyo
  琴koto 音ne,oto 心kokoro,shin 桃momo 梓azusa 詩shi,uta 夏natsu 冬fuyu 匠takumi 巧takumi 蘭ran 那na 弥ya 也ya 哉ya 吾go 丈jo,take 駒koma 堤tsutsumi 楠kusu
  椎shii 桂katsura,kei 澄sumi 住sumi 沖oki 鉢hachi 誉yo,homare 直sunao 敦atsu,atsushi 庸yo,nobu 盛mori 将masa,sho 嘉yoshi,ka 暢nobu 勲isao 律ritsu 稜ryo`;

export const JAPANESE_CHARACTERS = new Map<string, string[]>();
for (const [entry] of CHARACTERS.matchAll(/\S+/g)) {
  const [character = '', ...rest] = entry;
  const readings = rest.join('').split(',');
  JAPANESE_CHARACTERS.set(character, [...(JAPANESE_CHARACTERS.get(character) ?? []), ...readings]);
}
