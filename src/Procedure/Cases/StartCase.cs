using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Lawfulness;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>内部环节: an official opens a case file; the workflow starts with it. The definition's first stage goes to him.</summary>
/// <param name="Definition"><c>accountability-procedure</c>, or <c>superior-investigation</c> for a matter that only a superior investigates.</param>
public sealed record StartCase(string Id, string PersonId, string Title, string Definition) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => $"{Title}|{Definition}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (!scope.Actor.IsInOffice || (Definition == OpenSuperiorTrack.Definition && !scope.Actor.Holds(Roles.Government)))
            return new Answer.NotFound();
        var definition = await scope.Machinery.Definitions.InForceAsync(scope.Db, Definition, scope.Today, cancellationToken);
        if (definition is null || !KindOfProcedure.StartsCases(definition.AllActivities().Select(activity => activity.Type)))
            return new Answer.NotFound();
        if (await scope.Machinery.Definitions.HindrancesAsync(scope.Db, definition, cancellationToken) is { Count: > 0 } hindrances)
            return new Answer.Refused(hindrances);
        var file = await MakeAsync(scope, Id, Title, cancellationToken);
        await BeginAsync(scope, file, definition, "内部环节", cancellationToken);
        return new Answer.Done($"/cases/{file.Id}");
    }

    /// <summary>A new case file under the next number; it still has no workflow and no audit entry.</summary>
    internal static async Task<CaseFile> MakeAsync(CommandScope scope, string seed, string title, CancellationToken cancellationToken)
    {
        var year = scope.Today.Year;
        var number = await NextNumberAsync(scope, year, cancellationToken);
        var book = await scope.Machinery.Rules.CurrentAsync(scope.Db, cancellationToken);
        var file = new CaseFile
        {
            Id = DerivedId.Of(seed, "case"), Number = CaseNumber.Of(year, number), Title = title,
            RegulationVersion = RegulationText.Current.DocumentNumber, OpenedBy = scope.Actor.PersonId, OpenedByOrganisationId = scope.Actor.OrganisationId, OpenedAt = scope.Now,
            RuleEdition = book.Edition, Book = book,
        };
        scope.Db.Cases.Add(file);
        return file;
    }

    /// <summary>Starts a new case's workflow and writes its first audit entry.</summary>
    internal static async Task BeginAsync(
        CommandScope scope, CaseFile file, Engine.Definitions.WorkflowDefinition definition, string citation, CancellationToken cancellationToken)
    {
        StartInstance(scope, file, definition, DerivedId.Of(file.Id, "instance"));
        await scope.RecordAsync(file, citation, JsonSerializer.Serialize(new { file.Title, definition = definition.Id }, FormJsonText.Options),
            walled: false, cancellationToken);
    }

    /// <summary>Starts the version in force of the regulation's own procedure for a case.</summary>
    internal static async Task StartProcedureAsync(CommandScope scope, CaseFile file, string instanceId, CancellationToken cancellationToken) =>
        StartInstance(scope, file, await ProcedureAsync(scope, cancellationToken), instanceId);

    /// <summary>The version of the regulation's own procedure that is in force today.</summary>
    internal static async Task<Engine.Definitions.WorkflowDefinition> ProcedureAsync(CommandScope scope, CancellationToken cancellationToken) =>
        await scope.Machinery.Definitions.InForceAsync(scope.Db, RegisterCase.Definition, scope.Today, cancellationToken)
            ?? throw new InvalidOperationException("No version of the procedure is in force.");

    /// <summary>Why the regulation's own procedure cannot begin today; nothing where it can.</summary>
    internal static async Task<IReadOnlyList<Ruling>> HindrancesAsync(CommandScope scope, CancellationToken cancellationToken) =>
        await scope.Machinery.Definitions.InForceAsync(scope.Db, RegisterCase.Definition, scope.Today, cancellationToken) is { } definition
            ? await scope.Machinery.Definitions.HindrancesAsync(scope.Db, definition, cancellationToken)
            : [Ruling.Refuse(Citations.InternalStep, Text.Of<CaseTexts>("Procedure.None.Reason"), Text.Of<CaseTexts>("Procedure.None.Remedy"))];

    /// <summary>Starts a workflow for a case and takes the first burst's effects.</summary>
    internal static void StartInstance(CommandScope scope, CaseFile file, Engine.Definitions.WorkflowDefinition definition, string instanceId)
    {
        var instance = new WorkflowInstance
        {
            Id = instanceId, DefinitionId = definition.DefinitionId, DefinitionVersionId = definition.Id, DefinitionVersion = definition.Version,
            CaseId = file.Id, State = "", CreatedAt = scope.Now, UpdatedAt = scope.Now,
        };
        scope.Db.Instances.Add(instance);
        // What follows up a case is no part of it, and holds up no closing.
        if (definition.DefinitionId != SupervisionOrder.Definition)
            file.RunningWorkflows++;
        new BurstEffects(scope, file, instance).Take(scope.Machinery.Engine.Start(definition, instanceId, input: null, scope.Now));
    }

    // One statement that raises and locks: of many cases opened at once each waits its turn, and none has to start again.
    private static async Task<int> NextNumberAsync(CommandScope scope, int year, CancellationToken cancellationToken)
    {
        var row = scope.Db.Set<CaseNumber>().Where(number => number.Year == year);
        if (await row.ExecuteUpdateAsync(set => set.SetProperty(number => number.Last, number => number.Last + 1), cancellationToken) > 0)
            return await row.Select(number => number.Last).SingleAsync(cancellationToken);
        scope.Db.Add(new CaseNumber { Year = year, Last = 1 });
        return 1;
    }
}
