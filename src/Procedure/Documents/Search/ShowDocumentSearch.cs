using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Documents.Search;

/// <summary>查找材料、公文和表单: files, official documents and submitted forms of the cases that exist for me.</summary>
internal static class ShowDocumentSearch
{
    private const int LongestWord = 100;

    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/documents/search", HandleAsync);

    private static async Task<IResult> HandleAsync(string? q, Viewer viewer, AccountabilityDb db, StageCatalog stages, CancellationToken cancellationToken)
    {
        var word = (q ?? "").Trim();
        word = word.Length > LongestWord ? word[..LongestWord] : word;
        return Pages.Page<DocumentSearchPage>(new
        {
            Viewer = viewer.Actor, Word = word,
            Found = word.Length < FindDocuments.ShortestWord ? null : await FindDocuments.OfAsync(db, viewer.Actor, stages, viewer.Directory, word, cancellationToken),
        });
    }
}
