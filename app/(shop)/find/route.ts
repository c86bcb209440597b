export { answerFind as GET } from '@/lib/http/forms/find'
