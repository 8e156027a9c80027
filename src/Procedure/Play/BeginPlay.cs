using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;

namespace WorkflowAccountability.Procedure.Play;

/// <summary>
/// 内部环节: opens a case in a sandbox. In earnest <see cref="StartCase"/> refuses a version that the law does not allow; a sandbox is where one finds out what
/// such a version would do, so there it begins; what is found against it stands on the workflow's page.
/// </summary>
internal sealed record BeginPlay(string Id, string PersonId, string Title, string Definition) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => $"{Title}|{Definition}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (!scope.Actor.IsInOffice || await scope.Machinery.Definitions.InForceAsync(scope.Db, Definition, scope.Today, cancellationToken) is not { } definition)
            return new Answer.NotFound();
        var file = await StartCase.MakeAsync(scope, Id, Title, cancellationToken);
        await StartCase.BeginAsync(scope, file, definition, "内部环节", cancellationToken);
        return new Answer.Done($"/cases/{file.Id}");
    }
}
