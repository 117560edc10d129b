# Lo que ve quien diseña con el banco en su propio ordenador.

workshop-title = Diseños en este ordenador
workshop-text = Guarde un archivo en { $folder }. Esta página lo muestra enseguida.
workshop-good = Se pueden leer todos los archivos.
workshop-bad = Algunos archivos no se pueden leer. Abajo dice qué les pasa.
workshop-wrong = «{ $file }» no se puede leer
workshop-place = Línea { $line }, columna { $column }:
workshop-last-good = La página muestra lo que el archivo decía antes.
workshop-never-good = La página lo muestra cuando esto esté corregido.
workshop-from-folder = De su carpeta
workshop-none = No hay ningún diseño con ese nombre.
workshop-shown = { $page }: «{ $name }»
workshop-alone = Abrirlo solo
workshop-again = Mostrarlo otra vez
