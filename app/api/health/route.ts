export { answerHealth as GET } from '@/lib/http/json/health'
