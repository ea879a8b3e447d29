import { nameFeature } from './name-feature.js';
import { NAME_THRESHOLDS, nameLikeness } from './name-likeness.js';

const same = (one: string, other: string) =>
  nameLikeness(nameFeature(one), nameFeature(other)) >= NAME_THRESHOLDS.automatic;

describe('two names with nothing else known', () => {
  it.each([
    ['Soekarno Contoh', 'Sukarno Contoh'],
    ['CONTOH, Moch. Jusuf', 'Muhammad Yusuf Contoh'],
    ['Владимир Контох', 'Vladimir Kontokh'],
    ['محمد حسن', 'Mohammed Hassan'],
    ['陈大文', 'Chen Dawen'],
    ['Nguyễn Văn Mẫu', 'Nguyen Van Mau'],
    ['NurhayatiContoh', 'Nurhayati Contoh'],
    ['A. Contohwati', 'Aminah Contohwati'],
    ['Rohani binti Karto', 'Rohani'],
    ['فاطمة الكنتوه', 'Fatima al-Kantoh'],
    ['สมชาย ใจดี', 'Somchai Jaidee'],
    ['이명박', 'Lee Myung-bak'],
    ['Mao Tse-tung', '毛泽东'],
    ['Wang Hsiao-ming', 'Xiaoming Wang'],
    ['Pavel Kontchikov', 'Pawel Kontschikow'],
    ['Контох И.С.', 'Ivan Contoh'],
    ['نورة القحطان', 'Noura Alqahtan'],
    ['Nguyễn Thị Mai', 'Mai Nguyen'],
    ['Kim Doo-hwan', 'Kim Du-hwan'],
    ['Juergen Contoh', 'Jürgen Contoh'],
    ['Xasan Contoh', 'Hassan Contoh'],
    ['佐藤花子', 'Hanako Satoh'],
    ['陈大文', 'Chan Tai Man'],
    ['David Chan Tai Man', 'Chen Dawen'],
    ['Kostya Contoh', 'Konstantin Contoh'],
    ['George Contoh', 'George Herbert Contoh'],
    ['Karel van Contoh', 'Karel Vancontoh'],
    ['Kim Hyun-woo', 'Kim Hyeonu'],
    ['カルロス・コントフ', 'Carlos Contoh'],
    ['მარიამ კონტო', 'Mariam Konto'],
    ['रोहन कोंतोह', 'Rohan Kontoh'],
  ])('%s and %s are one', (one, other) => expect(same(one, other)).toBe(true));

  it.each([
    ['Budi Contoh', 'Agus Contoh'],
    ['Siti Aminah', 'Siti Rohani'],
    ['A. C.', 'Aminah Contoh'],
    ['Karto Contoh Jr', 'Karto Contoh Sr'],
    ['Zhang Wei', 'Zhang Wen'],
    ['Nguyen Thi Hoa', 'Nguyen Thi Hoai'],
    ['Paulo Contoh', 'Paula Contoh'],
    ['佐藤花子', 'Haruko Sato'],
    ['Chan Siu Ming', 'Chen Xiaohong'],
    ['سعيد حسن', 'سعد حسن'],
    ['Anna Contoh', 'Hanna Contoh'],
    ['Daniel Contoh', 'Daniela Contoh'],
    ['Zhang Xiaoming', 'Zhang Xiaomeng'],
    ['Peter Hall', 'Peter Hill'],
    ['Abdul Rahman Contoh', 'Abdul Rahim Contoh'],
    ['John Paul', 'John Paul Contoh'],
    ['Hassan Ali', 'Ali Hassan Contoh'],
    ['Antonio Contoh', 'Antonia Contoh'],
    ['Karim Contoh', 'Rahim Contoh'],
    ['Ahmad bin Contoh', 'Contoh bin Ahmad'],
  ])('%s and %s are two', (one, other) => expect(same(one, other)).toBe(false));
});
