using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Documents;

/// <summary>Files are added to a case from its page: all of them, or none and every reason.</summary>
internal static class AddDocuments
{
    private const int LongestNote = 200;

    public static void Map(IEndpointRouteBuilder site)
    {
        var options = site.ServiceProvider.GetRequiredService<DocumentOptions>();
        site.MapPost("/cases/{id}/documents", AddAsync).WithMetadata(new RequestSizeLimitAttribute(options.MostBytesOfRequest));
    }

    private static async Task<IResult> AddAsync(
        string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, StageFiles stage, CommandRunner commands, CancellationToken cancellationToken)
    {
        if (!Envelope.TryRead(posted, out var envelope)
            || !await db.Cases.Where(CaseAccess.Sees(viewer.Actor, db)).AnyAsync(file => file.Id == id, cancellationToken))
            return Pages.NotFound(viewer.Actor);
        var (ids, refusals) = await StageAllAsync(id, posted, viewer, stage, cancellationToken);
        var note = posted["Note"].ToString().Trim();
        if (note.Length > LongestNote)
            refusals.Add(Refusal("NoteTooLong"));
        if (ids.Count == 0 && refusals.Count == 0)
            refusals.Add(Refusal("NothingChosen"));
        if (refusals.Count > 0)
            return Pages.Answered(new Answer.Refused(refusals), viewer.Actor);
        var label = posted["Label"] == nameof(DocumentLabel.WorkSecret) ? DocumentLabel.WorkSecret : DocumentLabel.Internal;
        return Pages.Answered(await commands.RunAsync(new AttachDocuments(envelope.CommandId, viewer.Actor.PersonId, id, ids,
            note.Length == 0 ? null : note, label, posted["BehindWall"] == "true"), cancellationToken), viewer.Actor);
    }

    private static async Task<(List<string> Ids, List<Ruling> Refusals)> StageAllAsync(
        string caseId, IFormCollection posted, Viewer viewer, StageFiles stage, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        var refusals = new List<Ruling>();
        foreach (var upload in posted.Files.Where(file => file.FileName.Length > 0))
        {
            await using var content = upload.OpenReadStream();
            var (file, ruling) = await stage.RunAsync(content, upload.FileName, viewer.Actor.PersonId, caseId, cancellationToken);
            if (file is not null)
                ids.Add(file.Id);
            else
                refusals.Add(Ruling.Refuse(ruling.Citation, Text.Of<DocumentTexts>("Named", FileName.Clean(upload.FileName), ruling.Reason), ruling.Remedy!));
        }
        return (ids, refusals);
    }

    private static Ruling Refusal(string why) => Ruling.Refuse(Citations.InternalStep,
        Text.Of<DocumentTexts>($"{why}.Reason", LongestNote), Text.Of<DocumentTexts>($"{why}.Remedy"));
}
