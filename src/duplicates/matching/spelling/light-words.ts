/**
 * Words that so many carry, or that are left out so often, that their absence says nothing and their presence little:
 * first names written for blessing, middle words, and the few family names of whole peoples.
 */
export const LIGHT_WORDS = new Set(
  `muhammad ahmad abdul abd siti sitti nur nurul noor sri dewi bin ali mohd
  singh kaur kumar kumari devi bai begum bibi khatun khan shah
  nguyen tran le pham van thi thanh
  maria ma de la cruz san santo
  u daw ko maung mg`.split(/\s+/),
);
