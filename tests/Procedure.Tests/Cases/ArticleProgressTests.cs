using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Cases.Overview;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Cases;

public sealed class ArticleProgressTests
{
    private const string Outsider = "gov-zhang", Supervisor = "supervision-lin";

    private static readonly StageCatalog stages = new();

    [Fact]
    public void The_articles_follow_the_regulation_and_say_what_is_done_open_and_ahead()
    {
        var matter = new ACase().WithTeam();

        Shown(matter.File, [Item("EstablishFacts")], Outsider).ShouldBe(
            ["第六条 Done", "第七条 Done", "第八条 Done", "第九条 Now", "第十一条 Ahead", "第十二条 Ahead", "第十四条 Ahead", "— Ahead"]);
    }

    [Fact]
    public void 第十条第一句_独立组成责任追究调查组_What_lies_behind_the_wall_stands_in_the_progress_of_its_team_alone()
    {
        var matter = new ACase().WithTeam().Supervised();

        Shown(matter.File, [], Outsider).ShouldNotContain(article => article.StartsWith("第十条"));
        Shown(matter.File, [], Outsider).ShouldNotContain(article => article.StartsWith("第十三条"));
        Shown(matter.File, [Item("SuperviseDuties", walled: true)], Supervisor).ShouldContain("第十条 Now");
    }

    [Fact]
    public void A_stage_that_came_back_is_open_again_and_counted()
    {
        var matter = new ACase().WithFacts();

        var stage = ArticleProgress.Of(matter.File, [Item("EstablishFacts", activation: "again")], stages, Outsider)
            .SelectMany(article => article.Stages).Single(stage => stage.Stage.About.Type == "Accountability.EstablishFacts");

        (stage.State, stage.Rounds).ShouldBe((Progress.Now, 2));
        stage.Last.ShouldNotBeNull();
    }

    [Fact]
    public void A_closed_case_says_what_it_did_without()
    {
        var matter = new ACase().Registered();
        matter.File.Status = CaseStatus.Closed;

        Shown(matter.File, [], Outsider).ShouldContain("第九条 NotNeeded");
    }

    [Fact]
    public void A_matter_that_only_a_superior_investigates_shows_nothing_of_the_own_procedure() =>
        Shown(new ACase().File, [Item("CooperateWithSuperior")], Outsider).ShouldBe(["第七条 Now"]);

    private static List<string> Shown(CaseFile file, IReadOnlyList<WorkItem> open, string personId) =>
        [.. ArticleProgress.Of(file, open, stages, personId).Select(article => $"{article.Article ?? "—"} {article.State}")];

    private static WorkItem Item(string stage, bool walled = false, string activation = "now") => new()
    {
        Id = "1", CaseId = "c", InstanceId = "i", BookmarkId = "b", StageType = "Accountability." + stage, ActivityId = stage, ActivityInstanceId = activation,
        Seat = "form", FormName = "F", CandidateKey = "k", Walled = walled, OpenedAt = DateTimeOffset.UnixEpoch,
    };
}
