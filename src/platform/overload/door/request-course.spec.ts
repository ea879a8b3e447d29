import { RequestCourse } from './request-course.js';

const GET = Buffer.from('GET /v1/posts HTTP/1.1\r\nHost: a\r\n\r\n');
const POST = Buffer.from('POST /v1/registrations HTTP/1.1\r\nContent-Length: 4\r\n\r\nbody');

describe('the course of requests on one connection', () => {
  it('knows a request that comes whole and alone, one after the other', () => {
    const course = new RequestCourse();
    expect(course.follow(POST)?.url).toBe('/v1/registrations');
    expect(course.follow(GET)?.url).toBe('/v1/posts');
    expect(course.begun).toBe(2);
    course.takeBack();
    expect(course.begun).toBe(1);
  });

  it('follows one that comes in pieces, and is sure of the next again', () => {
    const course = new RequestCourse();
    const end = POST.length - 3;
    expect(course.follow(POST.subarray(0, end))).toBeUndefined();
    expect(course.follow(POST.subarray(end, end + 1))).toBeUndefined();
    expect(course.follow(POST.subarray(end + 1))).toBeUndefined();
    expect(course.follow(GET)?.url).toBe('/v1/posts');
    expect(course.begun).toBe(2);
  });

  it.each([
    ['two come together', Buffer.concat([GET, GET])],
    ['a body is longer than it says', Buffer.concat([POST, Buffer.from('!')])],
    ['a head comes in pieces', GET.subarray(0, 10)],
    ['nobody can say what it is', Buffer.from('\0\r\n\r\n')],
  ])('is never sure again once %s', (_, bytes) => {
    const course = new RequestCourse();
    expect(course.follow(bytes)).toBeUndefined();
    expect(course.follow(GET)).toBeUndefined();
    expect(course.begun).toBe(0);
  });
});
