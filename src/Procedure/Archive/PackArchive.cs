using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Disclosure;
using WorkflowAccountability.Procedure.Documents;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Archive;

/// <summary>内部环节: somebody takes the archive package of a case along; the audit keeps who and when.</summary>
public sealed record PackArchive(string Id, string PersonId, string Case) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => Case;

    /// <summary>内部环节: the offices that close and keep cases.</summary>
    public static bool May(Actor actor) => new[] { Roles.Government, Roles.Supervision, Roles.LeadEnv }.Any(role => actor.Holds(role));

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var file = await scope.CaseAsync(Case, cancellationToken);
        if (file is null || !May(scope.Actor) || !await scope.Db.Cases.AsNoTracking().Where(CaseAccess.Sees(scope.Actor, scope.Db)).AnyAsync(seen => seen.Id == Case, cancellationToken))
            return new Answer.NotFound();
        await scope.RecordAsync(file, Citations.InternalStep, JsonSerializer.Serialize(new { number = file.Number }, FormJsonText.Options),
            walled: CaseAccess.IsBehindWall(file, PersonId), cancellationToken);
        return new Answer.Done($"/cases/{Case}");
    }

    internal static void Map(IEndpointRouteBuilder site) => site.MapPost("/cases/{id}/archive", async (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db,
        StageCatalog stages, FileStore store, CommandRunner commands, CancellationToken cancellationToken) =>
    {
        if (!Envelope.TryRead(posted, out var envelope))
            return (IResult)Pages.NotFound(viewer.Actor);
        var answer = await commands.RunAsync(new PackArchive(envelope.CommandId, viewer.Actor.PersonId, id), cancellationToken);
        if (answer is not Answer.Done)
            return Pages.Answered(answer, viewer.Actor);
        var file = await CaseFiles.Whole(db).AsNoTracking().SingleAsync(file => file.Id == id, cancellationToken);
        file.Submissions.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        var content = await ZipAsync(file, viewer, stages, store, db, cancellationToken);
        return Results.File(content, "application/zip", $"{file.Number} {BeijingTime.DayOf(viewer.Now):yyyy-MM-dd}.zip");
    });

    /// <summary>第十四条第（二）项第二段 (完整保存): documents, XML, a page to read them by, and a hash of every file (<c>sha256sum -c SHA256SUMS</c>).</summary>
    [Clause("第十四条第（二）项第二段")]
    internal static async Task<Stream> ZipAsync(
        CaseFile file, Viewer viewer, StageCatalog stages, FileStore store, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var entries = await EntryAccess.ReadableAsync(file, viewer.Actor, db, cancellationToken);
        var audit = (await AuditTrail.OfAsync(file, viewer, db, stages, cancellationToken)).Reverse().Select(line => line.Entry).ToList();
        var target = new MemoryStream();
        List<PackedDocument> documents = [];
        List<string> missing = [];
        List<string> sums = [];
        await using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var document in DocumentAccess.Readable(file, viewer.Actor.PersonId).Reverse())
                if (document.AlteredAt is null && await store.OpenAsync(document.Sha256, cancellationToken) is { } bytes)
                    await using (bytes)
                    {
                        documents.Add(new PackedDocument($"documents/{documents.Count + 1:000}-{document.Name}", document.Name, document.Sha256));
                        await AddAsync(documents[^1].Path, bytes);
                    }
                else
                    missing.Add(document.Name);
            foreach (var (paper, bytes) in await PapersAsync(file, viewer, db, cancellationToken))
            {
                documents.Add(new PackedDocument($"papers/{paper.Number}.docx", $"{paper.Number} {paper.Title}", paper.Sha256!));
                await AddAsync(documents[^1].Path, new MemoryStream(bytes));
            }
            foreach (var edition in await db.PublicEditions.AsNoTracking().Where(edition => edition.CaseId == file.Id && edition.ReleasedAt != null).OrderBy(edition => edition.ReleasedAt)
                .Join(db.Set<EditionFile>(), edition => edition.Id, kept => kept.EditionId, (edition, kept) => new { edition.Number, edition.Title, edition.Sha256, kept.Content })
                .ToListAsync(cancellationToken))
            {
                documents.Add(new PackedDocument($"public/{documents.Count + 1:000}-{edition.Number}.docx", $"公开稿 第{edition.Number}版 {edition.Title}", edition.Sha256!));
                await AddAsync(documents[^1].Path, new MemoryStream(edition.Content));
            }
            var xml = new CaseXml(file, viewer.Actor, viewer.Directory, stages).Write(entries, audit, documents, missing);
            await AddAsync("case.xml", Utf8(xml.Declaration + Environment.NewLine + xml));
            await AddAsync("index.html", Utf8(Html(file, xml.Root!)));
            await AddAsync("SHA256SUMS", Utf8(string.Concat(sums)));

            async Task AddAsync(string path, Stream bytes)
            {
                var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellationToken));
                bytes.Position = 0;
                await using var entry = await zip.CreateEntry(path).OpenAsync(cancellationToken);
                await bytes.CopyToAsync(entry, cancellationToken);
                sums.Add($"{hash}  {path}\n");
            }
        }
        target.Position = 0;
        return target;
    }

    // 公文: every signed document that he may read, as it was locked.
    private static async Task<IReadOnlyList<(Paper Paper, byte[] Content)>> PapersAsync(CaseFile file, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var source = new PaperSource(file, viewer.Directory, BeijingTime.DayOf(viewer.Now));
        var rows = await db.Papers.AsNoTracking().Include(paper => paper.Signatures).Where(paper => paper.CaseId == file.Id && paper.Number != null).OrderBy(paper => paper.Number)
            .Join(db.Set<PaperFile>(), paper => paper.Id, kept => kept.PaperId, (paper, kept) => new { paper, kept.Content }).ToListAsync(cancellationToken);
        return [.. rows.Where(row => PaperAccess.MayRead(row.paper, source, viewer.Actor)).Select(row => (row.paper, row.Content))];
    }

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    // A page of lists: any browser of any year reads it, without a script and without the system.
    private static string Html(CaseFile file, XElement root)
    {
        var html = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
        return $"<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>{html.Encode(file.Number)}</title></head><body><h1>{html.Encode($"{file.Number} {file.Title}")}</h1>"
            + string.Concat(root.Elements().Select(Shown)) + "</body></html>";

        string Shown(XElement element) => element.Name.LocalName == "文件"
            ? $"<p><a href=\"{html.Encode((string)element.Attribute("路径")!)}\">{html.Encode(element.Value)}</a></p>"
            : element.HasElements ? $"<section><h2>{html.Encode(element.Name.LocalName)} {Attributes(element)}</h2>{string.Concat(element.Elements().Select(Shown))}</section>"
            : $"<p><b>{html.Encode((string?)element.Attribute("名") ?? element.Name.LocalName)}</b> {(element.Attribute("名") is null ? Attributes(element) : "")} {html.Encode(element.Value)}</p>";

        string Attributes(XElement element) => html.Encode(string.Join(" ", element.Attributes().Select(attribute => attribute.Value)));
    }
}
