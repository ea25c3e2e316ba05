import { describe, expect, test } from '@jest/globals';
import { readDate } from '../../src/model/date/read.ts';

describe('the days that an EDTF value can mean', () => {
  test.each([
    ['2023', '2023-01-01', '2023-12-31'],
    ['2023-09', '2023-09-01', '2023-09-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2023-09-16', '2023-09-16', '2023-09-16'],
    ['2023-09-16/2023-09-17', '2023-09-16', '2023-09-17'],
    ['2023-09/2023-10', '2023-09-01', '2023-10-31'],
    ['2023?', '2023-01-01', '2023-12-31'],
    ['2023-09-16/..', '2023-09-16', null],
  ])('%s lies from %s to %s', (edtf, earliest, latest) => {
    expect(readDate(edtf)).toMatchObject({ earliest, latest });
  });
});
