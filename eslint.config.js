import tseslint from 'typescript-eslint';

/** What the compiler cannot see: forgotten promises, values that are not what they are called, files that grew. */
export default tseslint.config(
  { ignores: ['dist', 'coverage', '.pulang', 'node_modules', 'docs'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { inheritedMethods: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Controllers need DTO classes as values: the compiler writes them into decorator metadata.
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 200 }],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only platform/config understands the environment.' },
        { object: 'Math', property: 'random', message: 'Chance comes from node:crypto.' },
      ],
    },
  },
  {
    files: [
      'src/main.ts',
      'src/launch/**',
      'src/surge/**',
      'src/bulk-client/**',
      'src/bench/**',
      'src/simulation/**',
      'src/platform/command-line/**',
      'src/duplicates/evaluation/**',
      'src/*/commands/**',
      'test/**',
    ],
    rules: { 'no-console': 'off', 'no-restricted-properties': 'off' },
  },
  // a migration is one change, however long its tables are
  { files: ['migrations/**'], rules: { 'max-lines': 'off' } },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      // tests read decorators' metadata off methods that they never call
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 200 }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
);
