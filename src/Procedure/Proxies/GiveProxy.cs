using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Proxies;

/// <summary>内部环节: somebody who will be away lets another do the work items of his posts.</summary>
/// <param name="Stages">Keys of <see cref="StageChoice"/>; empty for every stage in front of the wall.</param>
public sealed record GiveProxy(string Id, string PersonId, string To, DateOnly? From, DateOnly? Until, IReadOnlyList<string> Stages, string Reason)
    : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => $"{To}|{From:O}|{Until:O}|{string.Join(',', Stages)}|{Reason}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (!scope.Actor.IsInOffice)
            return new Answer.NotFound();
        // First, so that two who stand in for each other at the same moment wait for each other here.
        await scope.MoveDirectoryAsync(cancellationToken);
        await scope.Db.SaveChangesAsync(cancellationToken);
        var known = await scope.Db.Set<Proxy>().AsNoTracking().Where(proxy => proxy.EndedAt == null && proxy.Until >= scope.Today).ToListAsync(cancellationToken);
        var stages = await ProxyStages.OfAsync(scope.Actor, scope.Db, scope.Machinery.Stages, scope.Machinery.Definitions, scope.Today, cancellationToken);
        var refusals = ProxyRules.Of(this, scope.Actor, scope.Directory, known, stages, scope.Today).Where(ruling => !ruling.IsAllowed).ToList();
        if (refusals.Count > 0)
            return new Answer.Refused(refusals);
        scope.Db.Add(new Proxy
        {
            Id = Id, PrincipalId = PersonId, ProxyId = To, From = From!.Value, Until = Until!.Value, Stages = Proxy.Written(Stages),
            Reason = Reason, GivenAt = scope.Now,
        });
        await scope.RecordAdministrationAsync(JsonSerializer.Serialize(
            new { principal = PersonId, proxy = To, from = From, until = Until, stages = Stages, reason = Reason }, FormJsonText.Options), cancellationToken);
        return new Answer.Done("/proxies");
    }
}

/// <summary>内部环节: either of the two ends it before its time; the rights are gone with the next request.</summary>
public sealed record EndProxy(string Id, string PersonId, string Proxy) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => Proxy;

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var row = await scope.Db.Set<Proxy>().FindAsync([Proxy], cancellationToken);
        if (row is null || (row.PrincipalId != PersonId && row.ProxyId != PersonId))
            return new Answer.NotFound();
        if (row.EndedAt is null && row.Until >= scope.Today)
        {
            (row.EndedAt, row.EndedBy) = (scope.Now, PersonId);
            await scope.MoveDirectoryAsync(cancellationToken);
            await scope.RecordAdministrationAsync(JsonSerializer.Serialize(new { ended = row.Id, principal = row.PrincipalId, proxy = row.ProxyId }, FormJsonText.Options),
                cancellationToken);
        }
        return new Answer.Done("/proxies");
    }
}
