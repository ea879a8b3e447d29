import { readableAddress } from './readable-address.js';

describe('the address of a request', () => {
  it.each([
    ['/v1/posts?after=%76', '/v1/posts?after=%76'],
    ['/%761/%50osts', '/v1/Posts'],
    ['http://elsewhere.example:80/v1/posts?a=b?c', '/v1/posts?a=b?c'],
    ['https://elsewhere.example', '/'],
    ['https://elsewhere.example?a=b', '/?a=b'],
    ['/%2576', '/%2576'],
    ['/a%2Fb%2e%20c%3f', '/a%2Fb%2e%20c%3f'],
    ['/%', '/%25'],
    ['/%ff?x', '/%25'],
    ['*', '*'],
  ])('%s is %s', (url, meant) => {
    expect(readableAddress({ url })).toBe(meant);
    expect(readableAddress({ url: meant })).toBe(meant);
  });
});
