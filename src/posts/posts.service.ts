import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { Caller } from '../platform/auth/caller.js';
import { calendarDay } from '../platform/clock/calendar-day.js';
import { Clock } from '../platform/clock/clock.js';
import { LiveEvents } from '../platform/live/live-events.js';
import { notFound } from '../platform/problems/problem.js';
import { Counter } from './counter.entity.js';
import { Holiday } from './holiday.entity.js';
import { OpeningHours } from './opening-hours.entity.js';
import { Post } from './post.entity.js';
import { ServiceType } from './service-type.entity.js';

const KEPT_MS = 30_000;

/**
 * Facts about posts. They change rarely and are asked for all the time, so each is kept for half a minute, or until a
 * process tells the others of a change.
 */
@Injectable()
export class PostsService implements OnModuleInit {
  private kept: { posts: Post[]; until: number } | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly live: LiveEvents,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.live.everywhere('post').subscribe(() => this.forget());
  }

  async all(): Promise<readonly Post[]> {
    if (!this.kept || this.kept.until < performance.now())
      this.kept = {
        posts: await this.dataSource.manager.find(Post, { order: { code: 'ASC' } }),
        until: performance.now() + KEPT_MS,
      };
    return this.kept.posts;
  }

  async ids(): Promise<string[]> {
    return (await this.all()).map(({ id }) => id);
  }

  /** Those of a caller. */
  async of({ posts }: Pick<Caller, 'posts'>): Promise<Post[]> {
    return (await this.all()).filter(({ id }) => posts.includes(id));
  }

  /** After a change: the next who asks reads them anew. */
  forget(): void {
    this.kept = undefined;
  }

  /** @throws Problem `not-found` */
  async byId(id: string): Promise<Post> {
    return required(await this.find((post) => post.id === id));
  }

  /** @param code three letters, as references begin with. @throws Problem `not-found` */
  async byCode(code: string): Promise<Post> {
    return required(await this.withCode(code));
  }

  withCode(code: string): Promise<Post | undefined> {
    return this.find((post) => post.code === code);
  }

  /** Those that are not closed for good. */
  counters(postId: string): Promise<Counter[]> {
    const where = { postId, closedAt: IsNull() };
    return this.dataSource.manager.find(Counter, { where, order: { number: 'ASC' } });
  }

  /** Those that people are booked for. */
  serviceTypes(postId: string): Promise<ServiceType[]> {
    const where = { postId, active: true };
    return this.dataSource.manager.find(ServiceType, { where, order: { code: 'ASC' } });
  }

  openingHours(postId: string): Promise<OpeningHours[]> {
    return this.dataSource.manager.find(OpeningHours, {
      where: { postId },
      order: { weekday: 'ASC', opens: 'ASC' },
    });
  }

  holidays(postId: string): Promise<Holiday[]> {
    return this.dataSource.manager.find(Holiday, { where: { postId }, order: { day: 'ASC' } });
  }

  /** From today on, as it is at the post. */
  async holidaysToCome(postId: string): Promise<Holiday[]> {
    const { timeZone } = await this.byId(postId);
    const today = calendarDay(this.clock.now(), timeZone);
    return (await this.holidays(postId)).filter(({ day }) => day >= today);
  }

  private async find(wanted: (post: Post) => boolean): Promise<Post | undefined> {
    const post = (await this.all()).find(wanted);
    if (post) return post;
    this.kept = undefined;
    return (await this.all()).find(wanted);
  }
}

function required(post: Post | undefined): Post {
  if (!post) throw notFound();
  return post;
}
