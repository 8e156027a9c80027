using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Workflows.Drafting;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>Two people draw at one workflow on two nodes, and save what each was shown, changed, at the same moment.</summary>
public abstract class DraftRaceContract(Node node)
{
    private const string Workflow = "supervision-order";
    private const string One = "it-lu";
    private const string Other = "it-qiao";
    private const int Rounds = 10;

    [ContractFact]
    public async Task Of_two_drafters_who_save_the_same_version_at_once_one_is_kept_whole_and_the_other_is_told()
    {
        await HireAsync();
        await using var there = node.World.Beside();

        for (var round = 1; round <= Rounds; round++)
        {
            var (id, hash, number, json) = await LatestAsync();
            var answers = await Task.WhenAll(
                Task.Run(() => node.World.RunAsync(Save($"one-{round}", One, id, hash, Described(json, $"甲{round}")))),
                Task.Run(() => there.RunAsync(Save($"other-{round}", Other, id, hash, Described(json, $"乙{round}")))));

            var winner = Array.FindIndex(answers, answer => answer is Answer.Done);
            answers.Count(answer => answer is Answer.Done).ShouldBe(1);
            answers.OfType<Answer.Refused>().ShouldHaveSingleItem().Rulings.ShouldHaveSingleItem().Reason!.Key.ShouldBe("Old.Reason");
            var kept = await LatestAsync();
            kept.Json.ShouldContain(winner == 0 ? $"甲{round}" : $"乙{round}");
            kept.Version.ShouldBe(round == 1 ? number + 1 : number, "the first save makes the draft, the others go into it");
        }
        await using var db = node.World.Db();
        (await db.Definitions.CountAsync(row => row.DefinitionId == Workflow && row.IsLatest)).ShouldBe(1);
        (await db.Definitions.CountAsync(row => row.DefinitionId == Workflow)).ShouldBe(2);
    }

    private async Task HireAsync()
    {
        await using var db = node.World.Db();
        db.Add(new Person { Id = Other, Name = "乔思远" });
        db.Add(new Post { Id = "post-" + Other, PersonId = Other, OrganisationId = "it", Title = "工程师", Rank = PostRank.Staff, From = new DateOnly(2020, 1, 1) });
        (await db.Set<DirectoryStamp>().SingleAsync()).Version++;
        await db.SaveChangesAsync();
    }

    private static SaveDraft Save(string commandId, string person, string versionId, string seen, string json) =>
        new(commandId, person, new DraftOrder(json, Workflow, versionId, seen));

    private static string Described(string json, string words)
    {
        var definition = System.Text.Json.Nodes.JsonNode.Parse(json)!;
        definition["description"] = words;
        return definition.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private async Task<(string Id, string Hash, int Version, string Json)> LatestAsync()
    {
        await using var db = node.World.Db();
        var row = await db.Definitions.AsNoTracking().SingleAsync(row => row.DefinitionId == Workflow && row.IsLatest);
        return (row.Id, row.Hash, row.Version, row.Json);
    }
}
