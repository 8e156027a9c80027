using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>
/// A query that every official asks of himself at every page: translated once for each kind of database, not at every request. It is written as any other,
/// and may depend on nothing but the database, <c>actor.Keys</c>, <c>actor.PersonId</c> and a moment, held in locals named <c>keys</c>, <c>personId</c> and
/// <c>now</c>; whatever else it holds on to, such as what one official represents, is refused when it is first asked, so that no answer is ever meant for
/// somebody else.
/// </summary>
/// <param name="write">Writes the query for an official in office who stands in for nobody.</param>
public sealed class ActorQuery<T>(Func<AccountabilityDb, Actor, string, IQueryable<T>> write)
{
    private readonly ConditionalWeakTable<IModel, Func<AccountabilityDb, List<string>, string, string, IAsyncEnumerable<T>>> translated = [];

    /// <summary>Asks it.</summary>
    /// <exception cref="InvalidOperationException">The query depends on something else.</exception>
    public IAsyncEnumerable<T> Ask(AccountabilityDb db, Actor actor, string now) =>
        translated.GetValue(db.Model, _ => Translate(db, actor, now))(db, [.. actor.Keys], actor.PersonId, now);

    private Func<AccountabilityDb, List<string>, string, string, IAsyncEnumerable<T>> Translate(AccountabilityDb db, Actor actor, string now)
    {
        if (!actor.ActsForHimselfOnly)
            throw new InvalidOperationException("Only who is in office and stands in for nobody asks a query that is kept.");
        var asked = new Asked(db, actor, now);
        return EF.CompileAsyncQuery(Expression.Lambda<Func<AccountabilityDb, List<string>, string, string, IQueryable<T>>>(
            asked.Visit(write(db, actor, now).Expression), asked.Db, asked.Keys, asked.PersonId, asked.Now));
    }

    // Puts parameters where the query holds on to its writer's locals.
    private sealed class Asked(AccountabilityDb db, Actor actor, string now) : ExpressionVisitor
    {
        public ParameterExpression Db { get; } = Expression.Parameter(typeof(AccountabilityDb), "db");

        public ParameterExpression Keys { get; } = Expression.Parameter(typeof(List<string>), "keys");

        public ParameterExpression PersonId { get; } = Expression.Parameter(typeof(string), "personId");

        public ParameterExpression Now { get; } = Expression.Parameter(typeof(string), "now");

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression is not ConstantExpression { Value: { } holder } || node.Member is not FieldInfo field)
                return base.VisitMember(node);
            return field.GetValue(holder) switch
            {
                AccountabilityDb held when held == db => Db,
                IQueryable held => Visit(held.Expression),
                List<string> held when field.Name == "keys" && held.SequenceEqual(actor.Keys) => Keys,
                string held when field.Name == "personId" && held == actor.PersonId => PersonId,
                string held when field.Name == "now" && held == now => Now,
                bool held when field.Name == "isInOffice" && held => Expression.Constant(true),
                _ => throw new InvalidOperationException($"A query that is kept must not depend on '{field.Name}'."),
            };
        }

        protected override Expression VisitExtension(Expression node) =>
            node is EntityQueryRootExpression root ? Expression.Call(Db, nameof(DbContext.Set), [root.ElementType]) : base.VisitExtension(node);
    }
}
