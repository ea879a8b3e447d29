import { latinDigits } from '../../platform/i18n/latin-digits.js';

/** What a person can mean. Their words are not kept. */
export const REPLIES = ['on-my-way', 'ten-minutes', 'cannot-come', 'stop', 'start', 'other'] as const;
export type Reply = (typeof REPLIES)[number];

/**
 * Whole answers by meaning: what our messages offer, and what people say besides; one line a language, parted by slashes.
 * `stop` and `start` are understood in English too whatever the language, as networks require. Not yet reviewed by native
 * speakers; the digits are what the messages ask for.
 */
const WORDS: Readonly<Record<Exclude<Reply, 'other'>, string>> = {
  'on-my-way': `
    1 / yes / ok / on my way / coming / I will come
    ya / iya / di jalan / saya di jalan / saya datang
    是 / 好 / 来了 / 在路上 / 我会来
    vâng / có / đang đến / tôi sẽ đến
    ใช่ / กำลังไป / จะมา
    ဟုတ်ကဲ့ / လာနေပြီ / လာပါမည်
    បាទ / ចាស / កំពុងមក / ខ្ញុំនឹងមក
    oo / papunta na / pupunta ako
    हाँ / हां / आ रहा हूँ / आ रही हूँ / रास्ते में हूँ
    হ্যাঁ / আসছি / আসব / পথে আছি
    جی / ہاں / آ رہا ہوں / آ رہی ہوں / راستے میں ہوں
    አዎ / እየመጣሁ ነው / እመጣለሁ / መንገድ ላይ ነኝ
    ndiyo / ninakuja / nitakuja / niko njiani`,
  'ten-minutes': `
    2 / 10 / 10 minutes / 10 min / later / I need 10 minutes / I need 10 minutes more
    10 menit / perlu 10 menit / perlu 10 menit lagi / nanti
    10分钟 / 10 分钟 / 需要 10 分钟 / 还需要 10 分钟
    10 phút / cần 10 phút / cần thêm 10 phút
    10 นาที / ขอ 10 นาที / ขออีก 10 นาที
    10 မိနစ် / 10 မိနစ် လိုပါသည် / နောက်ထပ် 10 မိနစ် လိုပါသည်
    10 នាទី / 10 នាទីទៀត / ត្រូវការ 10 នាទីទៀត
    10 minuto / 10 minuto pa
    10 मिनट / मुझे 10 मिनट चाहिए / मुझे 10 मिनट और चाहिए
    10 মিনিট / 10 মিনিট লাগবে / আরও 10 মিনিট লাগবে
    10 منٹ / مجھے 10 منٹ چاہئیں / مجھے مزید 10 منٹ چاہئیں
    10 ደቂቃ / ተጨማሪ 10 ደቂቃ ያስፈልገኛል
    dakika 10 / nahitaji dakika 10 / nahitaji dakika 10 zaidi`,
  'cannot-come': `
    3 / no / cannot / cannot come / can't come / I cannot come
    tidak / tidak bisa / tidak bisa datang / saya tidak bisa datang
    不 / 不能 / 来不了
    không / không đến được
    ไม่ / ไปไม่ได้ / มาไม่ได้
    မလာနိုင်ပါ
    ទេ / មកមិនបាន
    hindi / hindi makakapunta
    नहीं / आना संभव नहीं
    না / আসতে পারব না
    نہیں / آنا ممکن نہیں
    አይ / አልችልም / መምጣት አልችልም
    hapana / siwezi / siwezi kuja`,
  stop: `
    stop / stopall / unsubscribe / end / quit
    berhenti
    停 / 停止 / 退订
    dừng / dừng lại
    หยุด
    ရပ် / ရပ်ပါ
    ឈប់
    tigil / itigil
    रोकें / बंद
    বন্ধ
    بند
    አቁም
    acha / simama`,
  start: 'start / unstop / mulai',
};

const MEANINGS = new Map(
  Object.entries(WORDS).flatMap(([reply, words]) =>
    words.match(/[^/\s][^/\n]*/g)!.map((word) => [plain(word), reply as Reply]),
  ),
);

/**
 * What an answer means: the whole text, not a part of it, so that "I cannot stop crying" is not `stop`. The digit and the words
 * that stood behind it say one thing.
 */
export function parseReply(text: string): Reply {
  const said = plain(text);
  const whole = MEANINGS.get(said);
  if (whole) return whole;
  const [digit = '', ...words] = said.split(' ');
  const meant = MEANINGS.get(words.join(' '));
  return meant && meant === MEANINGS.get(digit) ? meant : 'other';
}

/** Lower case, Latin digits, one space, without marks around it. Long texts are no such answer. */
function plain(text: string): string {
  return latinDigits(text.slice(0, 100).normalize('NFKC').toLowerCase())
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim();
}
