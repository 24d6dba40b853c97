import { describe, expect, test } from 'vitest';
import { cohenKappa, kappa, linear, nominal, quadraticKappa } from '../../src/agreement/kappa.ts';

// Two judges, three diagnoses, 200 cases; proportions in Cohen (1960), disagreement weights in Cohen (1968).
const COHEN = [
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
];

// Two radiologists, 85 xeromammograms, normal to cancer (Boyd et al. 1982), worked through in the Stata manual
// under `kap`, unweighted and with its weights w (linear) and w2 (quadratic); also Altman (1991), 403-405.
const RADIOLOGISTS = [
  [21, 12, 0, 0],
  [4, 17, 1, 0],
  [3, 9, 15, 2],
  [0, 0, 0, 1],
];

// 91 couples, husband and wife asked alike (Hout, Duncan and Sobel 1987; Agresti, Categorical Data Analysis, 1990);
// kappas as printed by Kappa(SexualFun) of R's vcd.
const COUPLES = [
  [7, 7, 2, 3],
  [2, 8, 3, 7],
  [1, 5, 4, 9],
  [2, 8, 9, 14],
];

// Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, table 18.1: kappa = .68.
const FLEISS = [
  [75, 1, 4],
  [5, 4, 1],
  [0, 0, 10],
];

describe('kappa, against published worked examples', () => {
  test('Cohen 1960, unweighted: .492', () => {
    expect(cohenKappa(COHEN)).toBeCloseTo(0.492, 3);
  });

  test('Cohen 1968, his own weights: .348', () => {
    const weights = [
      [0, 1, 3],
      [1, 0, 6],
      [3, 6, 0],
    ];
    expect(kappa(COHEN, (row, column) => weights[row]![column]!)).toBeCloseTo(0.348, 3);
  });

  test('radiologists: .4728 unweighted, .5684 linear, .6714 quadratic', () => {
    expect(kappa(RADIOLOGISTS, nominal)).toBeCloseTo(0.4728, 4);
    expect(kappa(RADIOLOGISTS, linear)).toBeCloseTo(0.5684, 4);
    expect(quadraticKappa(RADIOLOGISTS)).toBeCloseTo(0.6714, 4);
  });

  test('couples: .1293 unweighted, .2374 linear', () => {
    expect(kappa(COUPLES, nominal)).toBeCloseTo(0.1293, 4);
    expect(kappa(COUPLES, linear)).toBeCloseTo(0.2374, 4);
  });

  test('Fleiss, Levin and Paik: .676', () => {
    expect(cohenKappa(FLEISS)).toBeCloseTo(0.676, 3);
  });
});

describe('kappa', () => {
  test('is the same for proportions as for counts, and whichever rater comes first', () => {
    const proportions = RADIOLOGISTS.map((row) => row.map((count) => count / 85));
    const swapped = RADIOLOGISTS.map((_, column) => RADIOLOGISTS.map((row) => row[column]!));
    expect(quadraticKappa(proportions)).toBeCloseTo(quadraticKappa(RADIOLOGISTS)!, 12);
    expect(quadraticKappa(swapped)).toBeCloseTo(quadraticKappa(RADIOLOGISTS)!, 12);
  });

  test('is -1 for two raters who always say the opposite', () => {
    expect(
      quadraticKappa([
        [0, 5],
        [5, 0],
      ]),
    ).toBe(-1);
  });

  test('is not defined without pairs, nor where both gave everything one and the same level', () => {
    expect(
      quadraticKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      quadraticKappa([
        [9, 0],
        [0, 0],
      ]),
    ).toBeNull();
  });
});
