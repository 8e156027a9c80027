using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Regulation.Book;

/// <summary>内部环节: a legal officer loads a rule set. It waits for a second person and changes nothing before.</summary>
/// <param name="Json">The file.</param>
public sealed record LoadRuleSet(string Id, string PersonId, string Json) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => Json;

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (!RuleSetRights.MayLoad(scope.Actor))
            return new Answer.NotFound();
        var book = await scope.Machinery.Rules.CurrentAsync(scope.Db, cancellationToken);
        var file = RuleFile.Parse(Json);
        if (file.FaultsAmong(book.Newest) is { Count: > 0 } faults)
            return new Answer.Refused([.. faults.Select(fault => Ruling.Refuse(Citations.InternalStep, fault, Text.Of<RuleSetTexts>("Fault.Remedy")))]);
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Json)));
        if (await scope.Db.RuleSets.AnyAsync(known => known.Hash == hash && (known.State == RuleSetState.Loaded || known.State == RuleSetState.Approved), cancellationToken))
            return RuleSetRights.Refuse("Known");
        var version = new RuleSetVersion
        {
            Id = DerivedId.Of(Id, "rules"), Kind = file.Kind, Json = Json, Hash = hash, ValidFrom = file.ValidFrom, ValidTo = file.ValidTo, Citation = file.Citation, Source = file.Source,
            LoadedBy = PersonId, LoadedByText = $"{scope.Actor.PostText} {scope.Actor.Name}", LoadedAt = scope.Now,
        };
        scope.Db.Add(version);
        await scope.RecordAdministrationAsync(JsonSerializer.Serialize(new
        {
            rules = version.Id, version.Kind, version.Hash, version.Citation, version.Source, version.ValidFrom, version.ValidTo,
        }, FormJsonText.Options), cancellationToken);
        return new Answer.Done($"/rule-sets/{version.Id}");
    }
}
