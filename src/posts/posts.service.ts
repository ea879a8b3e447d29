import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { notFound } from '../platform/problems/problem.js';
import { Counter } from './counter.entity.js';
import { Holiday } from './holiday.entity.js';
import { OpeningHours } from './opening-hours.entity.js';
import { Post } from './post.entity.js';
import { ServiceType } from './service-type.entity.js';

const KEPT_MS = 30_000;

/** Facts about posts. They change rarely and are asked for all the time, so each is kept for half a minute. */
@Injectable()
export class PostsService {
  private kept: { posts: Post[]; until: number } | undefined;

  constructor(private readonly dataSource: DataSource) {}

  async all(): Promise<readonly Post[]> {
    if (!this.kept || this.kept.until < performance.now())
      this.kept = {
        posts: await this.dataSource.manager.find(Post, { order: { code: 'ASC' } }),
        until: performance.now() + KEPT_MS,
      };
    return this.kept.posts;
  }

  /** After a change: the next who asks reads them anew. */
  forget(): void {
    this.kept = undefined;
  }

  /** @throws Problem `not-found` */
  async byId(id: string): Promise<Post> {
    return this.found((post) => post.id === id);
  }

  /** @param code three letters, as references begin with. @throws Problem `not-found` */
  async byCode(code: string): Promise<Post> {
    return this.found((post) => post.code === code);
  }

  counters(postId: string): Promise<Counter[]> {
    return this.dataSource.manager.find(Counter, { where: { postId }, order: { number: 'ASC' } });
  }

  serviceTypes(postId: string): Promise<ServiceType[]> {
    return this.dataSource.manager.find(ServiceType, { where: { postId }, order: { code: 'ASC' } });
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

  private async found(wanted: (post: Post) => boolean): Promise<Post> {
    const post = (await this.all()).find(wanted);
    if (post) return post;
    this.kept = undefined;
    const fresh = (await this.all()).find(wanted);
    if (!fresh) throw notFound();
    return fresh;
  }
}
