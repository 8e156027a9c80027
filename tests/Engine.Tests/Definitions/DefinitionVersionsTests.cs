using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Engine.Tests.Definitions;

public sealed class DefinitionVersionsTests
{
    private static readonly DateTimeOffset now = new(2026, 9, 21, 9, 0, 0, TimeSpan.FromHours(8));
    private readonly HashSet<string> used = [];
    private readonly DefinitionVersions versions;

    public DefinitionVersionsTests() => versions = new([], used.Contains);

    [Fact]
    public void A_draft_is_written_over_until_it_is_published()
    {
        Save("v1", "first").Id.ShouldBe("v1");
        Save("v2", "second").Id.ShouldBe("v1");

        versions.Publish().ShouldBe(VersionAnswer.Done);
        var draft = Save("v2", "third");

        (draft.Id, draft.Version, draft.IsLatest, draft.IsPublished).ShouldBe(("v2", 2, true, false));
        (versions.Published!.Id, versions.Published.IsLatest, versions.Published.Name).ShouldBe(("v1", false, "second"));
    }

    [Fact]
    public void A_version_says_of_itself_what_its_row_says()
    {
        var draft = Save("v1", "first");

        draft.Json.ShouldContain("\"id\":\"v1\"");
        draft.Json.ShouldContain("\"definitionId\":\"d\"");
        draft.Json.ShouldContain("\"name\":\"first\"");
        draft.Hash.ShouldBe(WorkflowDefinitionVersion.HashOf(draft.Json));
    }

    [Fact]
    public void Publishing_moves_new_instances_to_the_newest_version_and_touches_no_other()
    {
        Save("v1", "first");
        versions.Publish();
        var before = versions.Published!.Json;
        Save("v2", "second");

        versions.Publish().ShouldBe(VersionAnswer.Done);

        versions.All.Select(row => (row.Id, row.IsPublished)).ShouldBe([("v1", false), ("v2", true)]);
        versions.All[0].Json.ShouldBe(before);
        versions.Publish().ShouldBe(VersionAnswer.AlreadyPublished);
    }

    [Fact]
    public void A_version_that_runs_is_not_written_over_even_when_it_was_retracted()
    {
        Save("v1", "first");
        versions.Publish();
        used.Add("v1");

        versions.Retract().ShouldBe(VersionAnswer.Done);
        versions.Retract().ShouldBe(VersionAnswer.NotPublished);
        Save("v2", "second").Id.ShouldBe("v2");

        versions.All[0].Name.ShouldBe("first");
    }

    [Fact]
    public void Reverting_makes_a_draft_that_says_what_an_earlier_version_said()
    {
        Save("v1", "first");
        versions.Publish();
        Save("v2", "second");
        versions.Publish();

        var draft = versions.Revert(1, "v3", now)!;

        (draft.Version, draft.Name, draft.IsPublished, draft.IsLatest).ShouldBe((3, "first", false, true));
        versions.Published!.Id.ShouldBe("v2");
        versions.Revert(9, "v4", now).ShouldBeNull();
    }

    [Fact]
    public void A_definition_or_a_version_that_instances_started_with_is_not_deleted()
    {
        Save("v1", "first");
        versions.Publish();
        Save("v2", "second");
        used.Add("v1");

        versions.Delete().ShouldBe(VersionAnswer.InUse);
        versions.Delete("v1").ShouldBe(VersionAnswer.InUse);
        versions.Delete("v9").ShouldBe(VersionAnswer.Unknown);
        versions.Delete("v2").ShouldBe(VersionAnswer.Done);

        versions.All.ShouldHaveSingleItem().IsLatest.ShouldBeTrue();
        used.Clear();
        versions.Delete().ShouldBe(VersionAnswer.Done);
        new DefinitionVersions([], used.Contains).Delete().ShouldBe(VersionAnswer.Unknown);
    }

    private WorkflowDefinitionVersion Save(string newId, string name) =>
        versions.Save("d", """{"id": "other", "name": "NAME", "isPublished": true, "root": {"type": "Elsa.Sequence"}}""".Replace("NAME", name), newId, now);
}
