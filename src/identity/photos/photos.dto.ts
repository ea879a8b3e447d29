import { Choice } from '../../platform/http/fields.js';
import { OFFICER_SOURCES, OWN_SOURCES, type Picture, PICTURES } from './photo-sources.js';

export class OwnPhotoQuery {
  @Choice(OWN_SOURCES, { optional: true, description: 'Where it was taken; a phone if not said.' })
  source?: (typeof OWN_SOURCES)[number];
}

export class PhotoSourceQuery {
  @Choice(OFFICER_SOURCES, {
    optional: true,
    description: 'A portrait taken at the counter if not said, or the picture in an old document.',
  })
  source?: (typeof OFFICER_SOURCES)[number];
}

export class PhotoQuery {
  @Choice(PICTURES, {
    optional: true,
    description: 'The portrait if not said, or the picture of an old document.',
  })
  picture?: Picture;
}
