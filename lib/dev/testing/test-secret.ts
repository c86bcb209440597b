export const TEST_SECRET = 'a secret that is only good for tests'
