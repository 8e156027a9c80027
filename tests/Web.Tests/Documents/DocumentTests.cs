using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Documents;
using WorkflowAccountability.Procedure.Stages.DecideSupervision;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Documents;

/// <summary>Files that belong to a case: who gets them, and what happens when their bytes change.</summary>
public sealed class DocumentTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task A_file_added_to_a_case_is_kept_once_and_listed_with_its_note()
    {
        var caseId = await site.LaunchedCaseAsync();
        using var official = await site.SignedInAsync("gov-zhang");
        var content = Encoding.UTF8.GetBytes("同一内容");

        var first = await AddAsync(official, caseId, "甲.txt", content, ("Note", "现场检查记录"));
        var second = await AddAsync(official, caseId, "乙.txt", content);

        (first.Status, second.Status).ShouldBe((303, 303), first.Text + second.Text);
        var page = await official.GetAsync($"/cases/{caseId}");
        page.Text.ShouldContain("甲.txt");
        page.Text.ShouldContain("现场检查记录");
        page.Text.ShouldContain("乙.txt");
        var documents = await DocumentsAsync(caseId);
        documents.Select(document => document.Sha256).Distinct().Count().ShouldBe(1);
        Directory.GetFiles(demo.Files, documents[0].Sha256, SearchOption.AllDirectories).Length.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_refused_adds_nothing_and_names_the_file()
    {
        var caseId = await site.LaunchedCaseAsync();
        using var official = await site.SignedInAsync("gov-zhang");
        var page = await official.GetAsync($"/cases/{caseId}");

        var answer = await official.SubmitFilesAsync(page, $"/cases/{caseId}/documents", [],
            ("Files", "好.txt", Encoding.UTF8.GetBytes("好")), ("Files", "坏.docx", Encoding.UTF8.GetBytes("<html>")));

        answer.Status.ShouldBe(422);
        answer.Problems.Single().ShouldContain("“坏.docx”");
        (await DocumentsAsync(caseId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_added_by_mistake_is_marked_void_with_its_reason_by_whoever_added_it_and_counts_again_when_it_is_added_again()
    {
        var caseId = await site.LaunchedCaseAsync();
        using var owner = await site.SignedInAsync("gov-zhang");
        using var colleague = await site.SignedInAsync("gov-li");
        var content = Encoding.UTF8.GetBytes($"误传 {caseId}");
        await AddAsync(owner, caseId, "误传.txt", content);
        var id = (await DocumentsAsync(caseId)).Single().Id;

        (await VoidAsync(colleague, "不是本案的。")).Status.ShouldBe(422);
        (await VoidAsync(owner, "")).Status.ShouldBe(422);
        (await VoidAsync(owner, "不是本案的材料。")).Status.ShouldBe(303);

        (await colleague.GetAsync($"/cases/{caseId}")).TextOf(".voided").ShouldContain("不是本案的材料。");
        (await colleague.GetAsync($"/documents/{id}")).Status.ShouldBe(200, "nothing is removed");
        (await VoidAsync(owner, "再次作废。")).Status.ShouldBe(422, "it is void already");
        (await AddAsync(owner, caseId, "误传.txt", content)).Status.ShouldBe(303);
        (await DocumentsAsync(caseId)).Single().VoidedAt.ShouldBeNull();
        (await colleague.GetAsync($"/cases/{caseId}")).CountOf(".voided").ShouldBe(0);

        async Task<Page> VoidAsync(Browser official, string reason) => await official.PostAsync($"/documents/{id}/void",
            [.. (await official.GetAsync($"/cases/{caseId}")).FieldsOf("/none"), new("_command", Guid.NewGuid().ToString("n")), new("Reason", reason)]);
    }

    [Fact]
    public async Task A_file_that_came_with_a_form_is_part_of_the_form_and_one_that_does_not_exist_for_somebody_cannot_be_marked_by_him()
    {
        var caseId = await site.LaunchedCaseAsync();
        using var owner = await site.SignedInAsync("gov-zhang");
        await AddAsync(owner, caseId, "甲.txt", Encoding.UTF8.GetBytes($"甲 {caseId}"));
        var document = (await DocumentsAsync(caseId)).Single();
        using var outsider = await site.SignedInAsync("police-yuan");
        var token = (await outsider.GetAsync("/")).FieldsOf("/none");

        var foreign = await outsider.PostAsync($"/documents/{document.Id}/void", [.. token, new("_command", "v1"), new("Reason", "试试。")]);

        foreign.Status.ShouldBe(404);
        document.MayBeVoidedBy("gov-zhang", await site.ReadAsync(db => db.Cases.SingleAsync(file => file.Id == caseId))).ShouldBeTrue();
        new Document
        {
            Id = "d", CaseId = caseId, SubmissionId = "s", Name = "n", Kind = FileKind.Text, Size = 1, Sha256 = "", Label = DocumentLabel.Internal, PersonId = "gov-zhang",
            HandedInBy = "", At = default, Walled = false,
        }.MayBeVoidedBy("gov-zhang", await site.ReadAsync(db => db.Cases.SingleAsync(file => file.Id == caseId))).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_may_not_know_the_case_finds_neither_the_file_nor_the_way_to_add_one()
    {
        var caseId = await site.LaunchedCaseAsync();
        using var official = await site.SignedInAsync("gov-zhang");
        await AddAsync(official, caseId, "甲.txt", Encoding.UTF8.GetBytes("内容"));
        var id = (await DocumentsAsync(caseId)).Single().Id;
        using var outsider = await site.SignedInAsync("police-yuan");

        (await outsider.GetAsync($"/documents/{id}")).Status.ShouldBe(404);
        (await outsider.GetAsync($"/documents/{id}/view")).Status.ShouldBe(404);
        var foreign = await outsider.GetAsync("/");
        (await outsider.SubmitFilesAsync(foreign, $"/cases/{caseId}/documents", [new("_command", "x1")],
            ("Files", "a.txt", Encoding.UTF8.GetBytes("a")))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_file_behind_the_wall_exists_for_the_team_alone_and_every_reading_is_kept()
    {
        var caseId = await site.LaunchedCaseAsync();
        using var author = await site.SignedInAsync("supervision-he");
        (await author.CompleteAsync(await site.ItemAsync(caseId, "DecideSupervision"), Team)).Status.ShouldBe(303);
        using var leader = await site.SignedInAsync("supervision-lin");
        using var member = await site.SignedInAsync("supervision-tang");
        (await AddAsync(leader, caseId, "谈话.txt", Encoding.UTF8.GetBytes("监察谈话"), ("BehindWall", "true"))).Status.ShouldBe(303);
        var id = (await DocumentsAsync(caseId)).Single().Id;

        (await member.GetAsync($"/documents/{id}")).Status.ShouldBe(200);
        foreach (var person in new[] { "gov-zhang", "env-chen", "supervision-guo" })
        {
            using var outsider = await site.SignedInAsync(person);
            (await outsider.GetAsync($"/documents/{id}")).Status.ShouldBe(404, person);
            (await outsider.GetAsync($"/cases/{caseId}")).Text.ShouldNotContain("谈话.txt");
        }
        var readings = await site.ReadAsync(db => db.Audit.Where(entry => entry.CaseId == caseId && entry.Act == nameof(ReadDocument)).ToListAsync());
        readings.Select(entry => (entry.PersonId, entry.Walled)).ShouldBe([("supervision-tang", true)]);
    }

    [Fact]
    public async Task A_file_whose_bytes_have_changed_is_withheld_and_an_administrator_hears_of_it_once()
    {
        var caseId = await site.LaunchedCaseAsync();
        using var official = await site.SignedInAsync("gov-zhang");
        await AddAsync(official, caseId, "证据.txt", Encoding.UTF8.GetBytes($"原件 {caseId}"));
        var document = (await DocumentsAsync(caseId)).Single();
        var place = Directory.GetFiles(demo.Files, document.Sha256, SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(place, "改过");

        var first = await official.GetAsync($"/documents/{document.Id}");
        var again = await official.GetAsync($"/documents/{document.Id}");

        (first.Status, again.Status).ShouldBe((409, 409));
        first.Text.ShouldContain("已停止提供");
        (await site.ReadAsync(db => db.Notices.CountAsync(notice => notice.CaseId == caseId && notice.TextKey == "Altered.Notice"))).ShouldBe(1);
        (await site.ReadAsync(db => db.Audit.CountAsync(entry => entry.CaseId == caseId && entry.Act == nameof(ReportAlteredDocument)))).ShouldBe(1);
    }

    [Fact]
    public async Task A_picture_is_shown_in_a_sandbox()
    {
        var caseId = await site.LaunchedCaseAsync();
        using var official = await site.SignedInAsync("gov-zhang");
        byte[] picture = [.. "RIFF"u8, 20, 0, 0, 0, .. "WEBPVP8 "u8, 4, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0];
        await AddAsync(official, caseId, "照片.webp", picture);
        var id = (await DocumentsAsync(caseId)).Single().Id;

        using var shown = await official.DownloadAsync($"/documents/{id}/view");

        shown.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
        shown.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox;");
        shown.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task What_was_uploaded_and_not_handed_in_within_a_day_goes_and_what_others_need_stays()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var folder = RunningSite.NewFolder();
        await using var own = await RunningSite.StartAsync(folder, adjust: services => services.AddSingleton<TimeProvider>(clock));
        var stage = own.Services.GetRequiredService<StageFiles>();
        var kept = await StageAsync(stage, "有人需要", "case-1");
        var lost = await StageAsync(stage, "无人需要", "case-1");
        clock.Advance(TimeSpan.FromHours(23));
        await StageAsync(stage, "有人需要", "case-2");
        var sweep = own.Services.GetRequiredService<RemoveStagedFiles>();

        (await sweep.RunAsync(CancellationToken.None)).ShouldBe(0);
        clock.Advance(TimeSpan.FromHours(2));
        (await sweep.RunAsync(CancellationToken.None)).ShouldBe(2);
        (await sweep.RunAsync(CancellationToken.None)).ShouldBe(0);

        var store = own.Services.GetRequiredService<FileStore>();
        (await store.OpenAsync(lost.Sha256, CancellationToken.None)).ShouldBeNull();
        await using var still = await store.OpenAsync(kept.Sha256, CancellationToken.None);
        still.ShouldNotBeNull();
    }

    private static DecideSupervisionForm Team => new()
    {
        Decision = SupervisionDecision.Started, Reason = "需要查清监管责任。", DocumentNumber = "昌州监〔2026〕3号", StartedOn = FirstSteps.Today,
        Members =
        [
            new SupervisionMember { PersonId = "supervision-lin", OrganisationId = "supervision-commission", Function = TeamFunction.Leader },
            new SupervisionMember { PersonId = "supervision-tang", OrganisationId = "supervision-commission", Function = TeamFunction.Member },
        ],
    };

    private static async Task<StagedFile> StageAsync(StageFiles stage, string content, string target) =>
        (await stage.RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)), "a.txt", "gov-zhang", target, CancellationToken.None)).File!;

    private static async Task<Page> AddAsync(Browser official, string caseId, string name, byte[] content, params IEnumerable<(string Name, string Value)> typed) =>
        await official.SubmitFilesAsync(await official.GetAsync($"/cases/{caseId}"), $"/cases/{caseId}/documents",
            [new("_command", Guid.NewGuid().ToString("n")), .. typed.Select(field => KeyValuePair.Create(field.Name, field.Value))], ("Files", name, content));

    private Task<List<Document>> DocumentsAsync(string caseId) =>
        site.ReadAsync(db => db.Documents.AsNoTracking().Where(document => document.CaseId == caseId).ToListAsync());
}
