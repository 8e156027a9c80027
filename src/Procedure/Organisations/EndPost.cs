using System.Text.Json;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Organisations;

/// <summary>内部环节: an administrator ends a person's post; the rights it carried are gone with the next request.</summary>
public sealed record EndPost(string Id, string PersonId, string PostId) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => PostId;

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (!scope.Actor.Holds(Roles.Administrator) || await scope.Db.Posts.FindAsync([PostId], cancellationToken) is not { } post)
            return new Answer.NotFound();
        if (post.To is null || post.To > scope.Today)
        {
            post.To = scope.Today;
            await scope.MoveDirectoryAsync(cancellationToken);
            await scope.RecordAdministrationAsync(JsonSerializer.Serialize(new { post = post.Id, to = post.To }, FormJsonText.Options), cancellationToken);
        }
        return new Answer.Done("/people");
    }
}
