namespace Aep.Sdk.Queries;

/// <summary>Statements about models of Data Distiller that are there.</summary>
public static class ModelSql
{
    /// <summary>How good a model is: one row of measures. <c>SELECT * FROM model_evaluate(…)</c>.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="test">Rows to test it with: the columns that it was trained with, the label too.</param>
    public static SqlStatement Evaluate(string model, int version, SqlStatement test)
    {
        ArgumentNullException.ThrowIfNull(test);
        return $"SELECT * FROM model_evaluate({Sql.Column(model)}, {version}, {test})";
    }

    /// <summary>What a model foresees. <c>SELECT * FROM model_predict(…)</c>.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="rows">The rows: the columns that it was trained with.</param>
    public static SqlStatement Predict(string model, int version, SqlStatement rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return $"SELECT * FROM model_predict({Sql.Column(model)}, {version}, {rows})";
    }

    /// <summary>All models: <c>SHOW MODELS</c>.</summary>
    public static SqlStatement Show => $"SHOW MODELS";

    /// <summary>Deletes a model, or one version of it, if it is there: <c>DROP MODEL IF EXISTS …</c>.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="version">The version; null for all.</param>
    public static SqlStatement Drop(string model, int? version = null) => version is { } number
        ? (SqlStatement)$"DROP MODEL IF EXISTS {Sql.Column(model)} {number}"
        : $"DROP MODEL IF EXISTS {Sql.Column(model)}";
}
