/** Where a picture of a person comes from; `document` is the one in an old document, to compare with. */
export const PHOTO_SOURCES = ['phone', 'kiosk', 'counter', 'document'] as const;
export type PhotoSource = (typeof PHOTO_SOURCES)[number];

/** Where a person takes it, and where an officer does. */
export const OWN_SOURCES = ['phone', 'kiosk'] as const;
export const OFFICER_SOURCES = ['counter', 'document'] as const;

/** The portrait itself, or what it is compared with. Each case has one current picture of either sort. */
export const PICTURES = ['portrait', 'document'] as const;
export type Picture = (typeof PICTURES)[number];
