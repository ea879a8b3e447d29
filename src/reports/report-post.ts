import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { invalid, Problem } from '../platform/problems/problem.js';
import type { Post } from '../posts/post.entity.js';
import { PostsService } from '../posts/posts.service.js';

/** Which post figures are about: a day is a day in one post's zone, so posts are never added up. */
@Injectable()
export class ReportPost {
  constructor(private readonly posts: PostsService) {}

  /**
   * @param code needed where the caller works for several posts
   * @throws Problem `invalid-input`, `not-allowed` (403: not one of the caller's)
   */
  async of(caller: Caller, code: string | undefined): Promise<Post> {
    const [only, another] = caller.posts;
    if (code === undefined) {
      if (only === undefined || another !== undefined) throw invalid({ pointer: '/post', code: 'required' });
      return this.posts.byId(only);
    }
    const post = await this.posts.byCode(code).catch(() => {
      throw invalid({ pointer: '/post', code: 'not-a-choice' });
    });
    if (!caller.posts.includes(post.id)) throw new Problem('forbidden', 'not-allowed');
    return post;
  }
}
