import { fold } from '../fold.js';

describe('names of other scripts in Latin letters', () => {
  it.each([
    ['Μπάμπης Γκίκας', 'bampis gikas'],
    ['Ευαγγελία', 'evangelia'],
    ['मोहन कुमार', 'mohan kumar'],
    ['सुषमा सिंह', 'sushma sinh'],
    ['নাসরিন সুলতানা', 'nasrin sultana'],
    ['முருகன்', 'murugan'],
    ['ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ', 'gurprit singh'],
    ['නිමල්', 'nimal'],
    ['မင်းအောင်', 'min aung'],
    ['ရွှေလှိုင်', 'shwe hlaing'],
    ['จันทร์', 'chan'],
    ['วิชัย', 'wichay'],
    ['သန္တာ', 'than ta'],
    ['សុភា', 'sopa'],
    ['שרה', 'shrh'],
    ['جمال', 'jmal'],
    ['جميل', 'jmyl'],
    ['Weiß ★', 'weiss'],
  ])('%s is %s', (written, latin) => expect(fold(written).words.join(' ')).toBe(latin));
});
