import { latinDigits } from '../../platform/i18n/latin-digits.js';

/** What a person can mean. Their words are not kept. */
export const REPLIES = ['on-my-way', 'ten-minutes', 'cannot-come', 'stop', 'start', 'other'] as const;
export type Reply = (typeof REPLIES)[number];

/**
 * Whole answers by meaning, in the languages of the messages. `stop` and `start` are understood in English too whatever
 * the language, as networks require. Not yet reviewed by native speakers; the digits are what the messages ask for.
 */
const WORDS: Readonly<Record<Exclude<Reply, 'other'>, readonly string[]>> = {
  'on-my-way': [
    ...[
      '1',
      'yes',
      'ok',
      'on my way',
      'coming',
      'ya',
      'iya',
      'di jalan',
      'saya datang',
      '是',
      '好',
      '来了',
      '在路上',
    ],
    ...['vâng', 'có', 'đang đến', 'ใช่', 'กำลังไป', 'ဟုတ်ကဲ့', 'လာနေပြီ', 'បាទ', 'ចាស', 'កំពុងមក', 'oo', 'papunta na'],
    ...[
      'हाँ',
      'हां',
      'आ रहा हूँ',
      'আসছি',
      'হ্যাঁ',
      'جی',
      'ہاں',
      'آ رہا ہوں',
      'አዎ',
      'እየመጣሁ ነው',
      'ndiyo',
      'ninakuja',
    ],
  ],
  'ten-minutes': [
    ...[
      '2',
      '10',
      '10 minutes',
      '10 min',
      'later',
      '10 menit',
      'nanti',
      '10分钟',
      '10 分钟',
      '10 phút',
      '10 นาที',
    ],
    ...['၁၀ မိနစ်', '10 မိနစ်', '10 នាទី', '10 minuto', '10 मिनट', '10 মিনিট', '10 منٹ', '10 ደቂቃ', 'dakika 10'],
  ],
  'cannot-come': [
    ...[
      '3',
      'no',
      'cannot',
      'cannot come',
      "can't come",
      'tidak',
      'tidak bisa',
      '不',
      '不能',
      '来不了',
      'không',
    ],
    ...['không đến được', 'ไม่', 'ไปไม่ได้', 'မလာနိုင်ပါ', 'ទេ', 'មកមិនបាន', 'hindi', 'hindi makakapunta', 'नहीं'],
    ...['না', 'আসতে পারব না', 'نہیں', 'አይ', 'አልችልም', 'hapana', 'siwezi'],
  ],
  stop: [
    ...[
      'stop',
      'stopall',
      'unsubscribe',
      'end',
      'quit',
      'berhenti',
      '停',
      '停止',
      '退订',
      'dừng',
      'dừng lại',
      'หยุด',
    ],
    ...['ရပ်', 'ရပ်ပါ', 'ឈប់', 'tigil', 'itigil', 'रोकें', 'बंद', 'বন্ধ', 'بند', 'አቁም', 'acha', 'simama'],
  ],
  start: ['start', 'unstop', 'mulai'],
};

const MEANINGS = new Map(
  Object.entries(WORDS).flatMap(([reply, words]) => words.map((word) => [plain(word), reply as Reply])),
);

/** What an answer means: the whole text, not a part of it, so that "I cannot stop crying" is not `stop`. */
export function parseReply(text: string): Reply {
  return MEANINGS.get(plain(text)) ?? 'other';
}

/** Lower case, Latin digits, one space, without marks around it. Long texts are no such answer. */
function plain(text: string): string {
  return latinDigits(text.slice(0, 100).normalize('NFKC').toLowerCase())
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim();
}
