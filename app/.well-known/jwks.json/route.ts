export { answerPublicKeys as GET } from '@/lib/api/auth'
