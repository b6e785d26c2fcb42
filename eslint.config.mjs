import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "coverage/", "node_modules/"] },
  ...tseslint.configs.strictTypeChecked,
  regexp.configs["flat/recommended"],
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["*.mjs", "scripts/*.mjs", "bench/*.mjs", "bin/*.js"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // A pattern over comment text must be linear: both rules look for super-linear backtracking.
      "regexp/no-super-linear-backtracking": "error",
      "regexp/no-super-linear-move": ["error", { ignoreSticky: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/prefer-literal-enum-member": "off",
    },
  },
  { files: ["**/*.mjs", "bin/*.js"], ...tseslint.configs.disableTypeChecked },
  {
    // Inner loops over typed arrays, where an index is in range by construction.
    files: ["scripts/train/**"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
);
