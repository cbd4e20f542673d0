/*
 * Words by which a reader sees at once that a sentence is neither German nor English, in folded spelling (`fold`): question
 * words, articles and auxiliaries of the languages that are most often read and written in Germany, in Latin letters. Left
 * out is what is a word or a name in German or English, too ("como", "las", "kim", "pour").
 */
const FOREIGN = `
qui que quoi quel quelle quels quelles combien quand pourquoi est sont etait etaient ont avec dans les une aux cette leur
chez depuis selon cest elle ete nous vous
quien quienes cual cuales cuanto cuanta cuantos cuantas cuando donde una esta tiene fue desde hasta segun
chi che quale quali quanto quanti quante quando dove perche della dello delle degli nella sono gli il
quem qual quais quantos quantas onde nao uma pelo pela foi
wat welke hoeveel hoe waar wanneer waarom het een zijn heeft hebben wordt voor naar ook niet tussen deze geen
hvem hvad hva hvor hvornar hvorfor hvordan hvilke hvilken hvilket ikke fra mellem mellom
vem vad vilken vilket vilka varfoer naer och aer inte mellan
kto jak jaki jaka jakie ile ilu gdzie kiedy dlaczego czy jest oraz
kdo kolik kde kdy jaky jake ktery ktera
kac nerede nedir nasil hangi icin neden
cine cati cate unde cand este sunt pentru
hany mikor melyik miert mennyi hogyan
tko koliko gdje kada koji koja zasto
kuka mikae missae milloin kuinka miksi
`;

export const FOREIGN_WORDS: ReadonlySet<string> = new Set(FOREIGN.trim().split(/\s+/));
