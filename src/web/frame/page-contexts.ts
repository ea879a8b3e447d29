import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../platform/auth/caller.js';
import { STAFF_ROLES, type StaffRole } from '../../platform/auth/roles.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { Translator } from '../../platform/i18n/translator.js';
import type { Post } from '../../posts/post.entity.js';
import { PostsService } from '../../posts/posts.service.js';
import { SecondPersonRequests } from '../../registrations/disclosure/second-person/second-person-requests.service.js';
import { AccountsService } from '../../staff/accounts/accounts.service.js';
import type { PageContext, StaffContext } from '../page-context.js';
import { hotlinesOf } from './hotlines.js';
import { NAV_OF_ROLE } from './nav.js';
import { pageAddress } from './page-address.js';
import type { Visit } from './visit.js';

/** Finds out what every page needs to know about its reader and its place. */
@Injectable()
export class PageContexts {
  constructor(
    private readonly translator: Translator,
    private readonly posts: PostsService,
    private readonly accounts: AccountsService,
    private readonly secondPersons: SecondPersonRequests,
  ) {}

  /** @param code of the post that the page is about, where its reader may belong to none */
  async of(visit: Visit, code?: string): Promise<PageContext> {
    const about = code ? (await this.posts.all()).find((post) => post.code === code) : undefined;
    const post = about ?? (await this.post(visit.caller));
    const staff = await this.staff(visit.caller);
    const bare = this.bare(visit);
    return {
      ...bare,
      ...(staff ? { locale: requestLocale(visit.request, this.translator, 'staff') } : {}),
      timeZone: post?.timeZone ?? 'UTC',
      post: post ? { name: post.name, hotline: post.hotline } : null,
      ...(post || staff ? {} : { hotlines: hotlinesOf(await this.posts.all(), bare.locale) }),
      staff,
    };
  }

  /** What is known without the database: enough for the page that says that something is wrong. */
  bare({ request, caller }: Visit): PageContext {
    return {
      locale: requestLocale(request, this.translator, isForStaff(request) ? 'staff' : 'everyone'),
      path: pageAddress(request),
      sent: request.method === 'POST',
      timeZone: 'UTC',
      surface: caller?.role === 'kiosk' || request.url.startsWith('/kiosk') ? 'kiosk' : 'web',
      post: null,
      staff: null,
    };
  }

  /** The caller's only post, else the only one there is. */
  async post(caller: Caller | undefined): Promise<Post | undefined> {
    const all = await this.posts.all();
    const own = caller?.posts.length ? all.filter(({ id }) => caller.posts.includes(id)) : all;
    return own.length === 1 ? own[0] : undefined;
  }

  private async staff(caller: Caller | undefined): Promise<StaffContext | null> {
    if (!caller?.id || !isStaff(caller.role)) return null;
    const nav = isHeldUp(caller) ? [] : NAV_OF_ROLE[caller.role];
    return {
      id: caller.id,
      name: (await this.accounts.displayNames([caller.id])).get(caller.id) ?? '',
      role: caller.role,
      nav,
      ...(nav.includes('second-person') && { waiting: await this.secondPersons.waiting(caller) }),
    };
  }
}

/** Pages that only the staff reads speak its languages, also before anybody has signed in. */
const isForStaff = ({ url }: FastifyRequest): boolean => /^\/(console|ministry)(?![\w-])/.test(url);

/** There is something to be done first, by them or by an administrator. */
const isHeldUp = ({ secondFactor, passwordOwed, countersignatureOwed }: Caller): boolean =>
  secondFactor === 'owed' || passwordOwed === true || countersignatureOwed === true;

const isStaff = (role: Caller['role']): role is StaffRole =>
  (STAFF_ROLES as readonly string[]).includes(role);
