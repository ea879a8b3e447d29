import type { StaffRole } from '../platform/auth/roles.js';
import type { Hotline } from './frame/hotlines.js';

/** What every page needs to know about its reader and the place it is shown, whatever its content. */
export interface PageContext {
  locale: string;
  /** Path and query of this page, without `lang`; the language links lead back to it. */
  path: string;
  /** IANA zone of the post: every time on a page is shown in it. */
  timeZone: string;
  /** A kiosk shows the same pages with large targets and wipes itself when left alone. */
  surface: 'web' | 'kiosk';
  /** It answers a form: a browser that comes back to it shows an error of its own. */
  sent?: boolean;
  /** Only the content, without a frame: it is put into another page. */
  bare?: boolean;
  post: PostContext | null;
  /** Where there are several posts and the page is about none of them: whom to call in danger, by country. */
  hotlines?: readonly Hotline[];
  /** Who is signed in to the console or the ministry's pages. */
  staff: StaffContext | null;
}

export interface PostContext {
  /** The post's own name, as on its door. */
  name: string;
  /** International telephone number for emergencies, or null where there is none. */
  hotline: string | null;
}

export interface StaffContext {
  /** Under which the browser keeps what this officer prefers. */
  id: string;
  name: string;
  role: StaffRole;
  nav: readonly NavArea[];
  /** How much waits for them as a second person, where they may be one. */
  waiting?: number;
}

/** The console's areas; which of them are shown follows from the role. */
export const NAV_AREAS = [
  'today',
  'cases',
  'approvals',
  'reviews',
  'supervisor',
  'blanks',
  'documents',
  'lists',
  'duplicates',
  'duress',
  'second-person',
  'messages',
  'arrivals',
  'family-requests',
  'ministry',
  'bulletins',
  'accounts',
  'devices',
  'retention',
  'post',
  'audit',
] as const;
export type NavArea = (typeof NAV_AREAS)[number];
