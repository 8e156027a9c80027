using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Handovers;

/// <summary>内部环节 (移交人确认): the giver confirms his sheet as he read it, and says of which drafts the text goes along.</summary>
/// <param name="Seen">The subjects of the lines that he read.</param>
/// <param name="Drafts">The work items of which he lets the text of his draft go along.</param>
public sealed record GiveHandover(string Id, string PersonId, string Handover, long Version, IReadOnlyList<string> Seen, IReadOnlyList<string> Drafts)
    : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => $"{Handover}|{Version}|{string.Join(',', Seen.Order(StringComparer.Ordinal))}|{string.Join(',', Drafts.Order(StringComparer.Ordinal))}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var handover = await scope.Db.Set<Handover>().FindAsync([Handover], cancellationToken);
        if (handover is null || handover.GiverId != PersonId || !scope.Actor.IsInOffice)
            return new Answer.NotFound();
        var rows = await new HandoverList(scope.Db, scope.Directory, scope.Now).NowAsync(handover, cancellationToken);
        if (handover.Status is not HandoverStatus.Prepared || handover.Version != Version || !rows.Select(row => row.Line.Subject).ToHashSet().SetEquals(Seen))
            return new Answer.Refused([HandoverRules.Rule(false, "Changed")]);
        await scope.Db.Set<HandoverLine>().Where(line => line.HandoverId == handover.Id).ExecuteDeleteAsync(cancellationToken);
        foreach (var row in rows)
            scope.Db.Add(new HandoverLine
            {
                HandoverId = handover.Id, Subject = row.Line.Subject, Matter = row.Line.Matter, CaseId = row.Line.CaseId, Obstacle = row.Line.Obstacle,
                WithDraft = row.HasDraft && Drafts.Contains(row.Line.Subject),
            });
        (handover.Status, handover.GivenAt) = (HandoverStatus.Given, scope.Now);
        handover.Version++;
        await scope.RecordAdministrationAsync(JsonSerializer.Serialize(new
        {
            handover = handover.Id, given = rows.Count(row => row.Line.Obstacle is null), kept = rows.Count(row => row.Line.Obstacle is not null),
        }, FormJsonText.Options), cancellationToken);
        return new Answer.Done($"/handovers/{handover.Id}");
    }
}

/// <summary>内部环节 (接收人确认): the receiver confirms what the giver confirmed; it is carried out at once, or on its day.</summary>
public sealed record TakeHandover(string Id, string PersonId, string Handover, long Version) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => $"{Handover}|{Version}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var handover = await scope.Db.Set<Handover>().FindAsync([Handover], cancellationToken);
        if (handover is null || handover.ReceiverId != PersonId || !scope.Actor.IsInOffice)
            return new Answer.NotFound();
        if (handover.Status is not HandoverStatus.Given || handover.Version != Version)
            return new Answer.Refused([HandoverRules.Rule(false, "Changed")]);
        (handover.Status, handover.TakenAt) = (HandoverStatus.Agreed, scope.Now);
        handover.Version++;
        if (handover.On <= scope.Today)
            await new HandoverSettlement(scope, handover).RunAsync(cancellationToken);
        await scope.RecordAdministrationAsync(JsonSerializer.Serialize(new { handover = handover.Id, taken = true, on = handover.On }, FormJsonText.Options), cancellationToken);
        return new Answer.Done($"/handovers/{handover.Id}");
    }
}

/// <summary>内部环节: the receiver sends the sheet back and says why; the giver mends it and confirms again.</summary>
public sealed record ReturnHandover(string Id, string PersonId, string Handover, long Version, string Words) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => $"{Handover}|{Version}|{Words}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var handover = await scope.Db.Set<Handover>().FindAsync([Handover], cancellationToken);
        if (handover is null || handover.ReceiverId != PersonId || !scope.Actor.IsInOffice)
            return new Answer.NotFound();
        if (handover.Status is not (HandoverStatus.Given or HandoverStatus.Agreed) || handover.Version != Version)
            return new Answer.Refused([HandoverRules.Rule(false, "Changed")]);
        if (Words.Length is 0 or > HandoverRules.MostWords)
            return new Answer.Refused([HandoverRules.Rule(false, "Words")]);
        (handover.Status, handover.GivenAt, handover.TakenAt, handover.ReturnWords) = (HandoverStatus.Prepared, null, null, Words);
        handover.Version++;
        await scope.RecordAdministrationAsync(JsonSerializer.Serialize(new { handover = handover.Id, returned = Words }, FormJsonText.Options), cancellationToken);
        return new Answer.Done($"/handovers/{handover.Id}");
    }
}
