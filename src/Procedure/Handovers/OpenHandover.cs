using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Handovers;

/// <summary>内部环节: an administrator or the head of the office starts a handover. Nothing moves by it.</summary>
/// <param name="From">Who hands over.</param>
/// <param name="To">Who takes over.</param>
/// <param name="On">From which day on the receiver answers for it.</param>
public sealed record OpenHandover(string Id, string PersonId, string From, string To, DateOnly? On, string Reason) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => $"{From}|{To}|{On:O}|{Reason}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (!HandoverRules.MayStart(scope.Actor))
            return new Answer.NotFound();
        var hasOpen = await scope.Db.Set<Handover>().AnyAsync(other => other.GiverId == From && (other.Status == HandoverStatus.Prepared
            || other.Status == HandoverStatus.Given || other.Status == HandoverStatus.Agreed), cancellationToken);
        var refusals = HandoverRules.Of(this, scope.Actor, scope.Directory, scope.Today, hasOpen).Where(ruling => !ruling.IsAllowed).ToList();
        if (refusals.Count > 0)
            return new Answer.Refused(refusals);
        scope.Db.Add(new Handover { Id = Id, GiverId = From, ReceiverId = To, OpenedBy = PersonId, OpenedAt = scope.Now, On = On!.Value, Reason = Reason });
        // The administrators' chain has one next entry only, so of two that are started at once the second sees the first.
        await scope.RecordAdministrationAsync(JsonSerializer.Serialize(new { handover = Id, from = From, to = To, on = On, reason = Reason }, FormJsonText.Options),
            cancellationToken);
        return new Answer.Done($"/handovers/{Id}");
    }
}

/// <summary>内部环节: who started it, the head or an administrator calls it off; everything stays where it is.</summary>
public sealed record WithdrawHandover(string Id, string PersonId, string Handover, long Version) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => $"{Handover}|{Version}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var handover = await scope.Db.Set<Handover>().FindAsync([Handover], cancellationToken);
        if (handover is null || !HandoverRules.Witnesses(scope.Actor, handover, scope.Directory, scope.Today))
            return new Answer.NotFound();
        if (!handover.IsOpen || handover.Version != Version)
            return new Answer.Refused([HandoverRules.Rule(false, "Changed")]);
        (handover.Status, handover.ClosedAt) = (HandoverStatus.Withdrawn, scope.Now);
        handover.Version++;
        await scope.RecordAdministrationAsync(JsonSerializer.Serialize(new { handover = handover.Id, withdrawn = true }, FormJsonText.Options), cancellationToken);
        return new Answer.Done($"/handovers/{handover.Id}");
    }
}
