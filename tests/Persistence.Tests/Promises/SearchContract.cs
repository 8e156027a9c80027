using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Cases.Search;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Documents.Search;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.RegisterLead;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>Chinese names and words come back from every database as they went in, and are found there.</summary>
public abstract class SearchContract(Node node)
{
    /// <summary>Names with dots, and characters of GB 18030 from the planes 0, 2 and 3.</summary>
    private static readonly string[] names =
    [
        "阿布都热合曼·买买提", "古丽娜尔•阿不都", "𠮷田𪚥", "𬭚𫟹", "㐂㛃䶮", "丂七万", "𰻝𱁬", "巴依尔‧才仁",
    ];

    private World World => node.World;

    [ContractFact]
    public async Task Names_come_back_as_they_went_in_and_are_found_with_or_without_their_dots()
    {
        foreach (var name in names)
        {
            var caseId = await CaseAsync($"关于{name}反映的问题");

            await using var db = World.Db();
            (await db.Cases.SingleAsync(file => file.Id == caseId)).Title.ShouldBe($"关于{name}反映的问题");
            (await FindAsync(name)).ShouldContain(caseId, name);
            (await FindAsync(SearchWords.Fold(name))).ShouldContain(caseId, name);
        }
    }

    [ContractFact]
    public async Task A_form_keeps_every_character()
    {
        var caseId = await CaseAsync("登记人姓名的检验");
        var person = string.Join('、', names);
        await using (var before = World.Db())
        {
            var item = await before.WorkItems.SingleAsync(item => item.CaseId == caseId);
            var lead = PlayedCase.Lead with { Place = names[2], WhatHappened = person, WithoutAdvice = false };
            (await World.RunAsync(new Procedure.WorkItems.CompleteWorkItem(PlayedCase.NewId(), "env-sun", caseId, item.Id, item.Version, lead)))
                .ShouldBeOfType<Answer.Done>();
        }

        await using var db = World.Db();
        var submission = await db.Submissions.SingleAsync(submission => submission.CaseId == caseId);
        submission.Read<RegisterLeadForm>().WhatHappened.ShouldBe(person);
        (await FindAsync(names[2])).ShouldContain(caseId, "the place is among what is searched");
    }

    [ContractFact]
    public async Task Words_of_one_two_and_more_characters_are_found_and_what_is_not_there_is_not()
    {
        var caseId = await CaseAsync("呼图壁河上游尾矿渗漏");

        foreach (var word in new[] { "漏", "尾矿", "呼图壁", "上游尾矿渗漏", "尾矿 呼图" })
            (await FindAsync(word)).ShouldContain(caseId, word);
        foreach (var word in new[] { "矿尾", "河尾矿", "渗漏呼", "尾矿 玛纳斯" })
            (await FindAsync(word)).ShouldNotContain(caseId, word);
    }

    [ContractFact]
    public async Task Whoever_may_not_know_a_case_does_not_find_it()
    {
        var caseId = await CaseAsync("只有有关人员知悉的木垒事项");

        (await FindAsync("木垒")).ShouldContain(caseId);
        (await FindAsync("木垒", "police-yuan")).ShouldNotContain(caseId);
    }

    [ContractFact]
    public async Task What_was_answered_in_a_form_is_found_by_whoever_may_read_it()
    {
        var caseId = await CaseAsync("表单内容的检验");
        string itemId;
        await using (var before = World.Db())
        {
            var item = await before.WorkItems.SingleAsync(item => item.CaseId == caseId);
            itemId = item.Id;
            var lead = PlayedCase.Lead with { Place = $"{names[0]}牧场<东>", WhatHappened = $"{names[2]}反映，Odour 刺鼻。", WithoutAdvice = false };
            (await World.RunAsync(new Procedure.WorkItems.CompleteWorkItem(PlayedCase.NewId(), "env-sun", caseId, item.Id, item.Version, lead)))
                .ShouldBeOfType<Answer.Done>();
        }

        foreach (var word in new[] { names[0], names[2], "牧场<东>", "odour", "刺鼻" })
            (await FormsAsync(word)).ShouldContain(itemId, word);
        foreach (var word in new[] { "WhatHappened", "鼻刺", "牧场<西>" })
            (await FormsAsync(word)).ShouldNotContain(itemId, word);
        (await FormsAsync("刺鼻", "police-yuan")).ShouldBeEmpty();
    }

    private async Task<List<string>> FormsAsync(string word, string person = "gov-zhang")
    {
        await using var db = World.Db();
        var directory = await World.Get<DirectorySource>().CurrentAsync(db, CancellationToken.None);
        var actor = directory.ActorOf(person, World.Clock.GetUtcNow());
        return [.. (await FindForms.OfAsync(db, actor, World.Get<StageCatalog>(), directory, word, CancellationToken.None)).Forms.Select(form => form.Id)];
    }

    private async Task<string> CaseAsync(string title) =>
        (await World.RunAsync(new StartCase(PlayedCase.NewId(), "env-sun", title, "accountability-procedure"))).ShouldBeOfType<Answer.Done>().Path["/cases/".Length..];

    private async Task<List<string>> FindAsync(string words, string person = "gov-zhang")
    {
        await using var db = World.Db();
        var directory = await World.Get<DirectorySource>().CurrentAsync(db, CancellationToken.None);
        var filter = new CaseFilter(words, null, null, null, null, null, null);
        return await CaseSearch.Find(db, directory.ActorOf(person, World.Clock.GetUtcNow()), directory, filter).Select(file => file.Id).ToListAsync();
    }
}
