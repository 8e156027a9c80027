using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WorkflowAccountability.Bench;

/// <summary>A statement as the site sent it.</summary>
internal sealed record Statement(string Text, IReadOnlyList<(string Name, object? Value)> Parameters);

/// <summary>Keeps the statements of one request, to run them again alone.</summary>
internal sealed class Statements : DbCommandInterceptor
{
    public List<Statement>? Kept { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Kept?.Add(new Statement(command.CommandText,
            [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
        return ValueTask.FromResult(result);
    }
}
